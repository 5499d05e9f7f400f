import { markPath } from '../figures/levels';
import { type DomainId, getDomain } from '../model/domains';

/** A domain's mark: its shape, colour and letter. */
export function DomainMark({ domain, size = 18 }: { readonly domain: DomainId; readonly size?: number }) {
  const { mark, color, letter } = getDomain(domain);
  return (
    <svg width={size} height={size} viewBox="-10 -10 20 20" aria-hidden className="domain-mark">
      <path d={markPath(mark, 0, 0, 7.6)} fill={color} />
      <text y={mark === 'triangle' ? 4.4 : 3.4} textAnchor="middle" fontSize={9} fontWeight={600} fill="#fff">
        {letter}
      </text>
    </svg>
  );
}
