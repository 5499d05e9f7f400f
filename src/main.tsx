import './ui/tokens.css';
import './ui/controls.css';
import './app/app.css';
import './views/views.css';
import { boot } from './app/boot';

const root = document.getElementById('root');
if (root) void boot(root);
