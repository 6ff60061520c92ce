export interface Product {
  readonly sku: string;
  readonly name: string;
  /** In cents. */
  readonly price: number;
  readonly inStock: boolean;
}

export const catalogue: readonly Product[] = [
  { sku: 'NB-A5', name: 'Dot-grid notebook, A5', price: 1400, inStock: true },
  { sku: 'NB-A6', name: 'Three pocket books, A6', price: 1200, inStock: true },
  { sku: 'CAL-27', name: 'Wall calendar 2027', price: 2200, inStock: true },
  { sku: 'PR-HERON', name: 'Print “Heron at low tide”, A3', price: 2800, inStock: true },
  { sku: 'SOLD-1', name: 'Box of misprints, 1 kg', price: 900, inStock: false },
];

export function findProduct(sku: string): Product | undefined {
  return catalogue.find((product) => product.sku === sku);
}

/** The first row that cannot be delivered, or -1. */
export function findSoldOut(items: readonly { sku: string }[]): number {
  return items.findIndex((item) => findProduct(item.sku)?.inStock === false);
}

export function formatPrice(cents: number): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(cents / 100);
}
