export default function NetworkView() { return null; }
