export { csvText } from '../model/csv';
