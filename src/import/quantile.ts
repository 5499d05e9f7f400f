/** Value under which a share of the values lie; the values must not be empty. */
export function quantileOf(values: readonly number[], share: number): number {
  const order = [...values].sort((a, b) => a - b);
  return order[Math.min(order.length - 1, Math.floor(share * order.length))]!;
}
