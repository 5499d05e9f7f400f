export default function InventoryView() { return null; }
