export default function GapsView() { return null; }
