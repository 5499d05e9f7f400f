export default function MatricesPart() {
  return null;
}
