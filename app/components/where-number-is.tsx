/** A certificate in outline with its number lit: the sentence beside the field says the same. */
export function WhereNumberIs() {
  return (
    <svg className="where-number" viewBox="0 0 297 210" aria-hidden="true">
      <path className="sheet" d="M1 1h295v208H1z" />
      <path
        className="street"
        d="M14 16h8v8h-8zm0 24h8v8h-8zm0 36h8v8h-8zm0 24h8v8h-8zm0 48h8v8h-8zm0 36h8v8h-8z"
      />
      <path
        className="line"
        d="M36 44h52m-52 12h26m-26 40h170m-170 12h120m-120 26h86m12 0h72m-170 10h78m20 0h66m-164 10h84m14 0h60"
      />
      <path className="name" d="M36 72h176" />
      <path className="line" d="M228 20h54m-54 18h40m-40 18h54m-54 18h36m-36 18h48m-48 18h40" />
      <path
        className="code"
        d="M230 132h14v14h-14zm26 0h14v14h-14zm-26 26h14v14h-14zm20-20h3v8h-3zm0 14h8v4h-8zm12 4h8v4h-8zm-10 8h6v8h-6zm10 2h8v6h-8z"
      />
      <path className="lit" d="M222 180h66v16h-66z" />
      <path className="number" d="M227 188h10m4 0h10m4 0h10m4 0h10" />
    </svg>
  )
}
