import { randomBytes } from 'node:crypto';
import { database } from './database';

export interface NewOrder {
  email: string;
  address: { street: string; zip: string };
  items: { sku: string; qty: number }[];
}

export interface Order extends NewOrder {
  id: string;
  placedAt: Date;
}

const insertOrder = database.prepare(
  'INSERT INTO orders (id, visitor, email, street, zip, placed_at) VALUES (?, ?, ?, ?, ?, ?)',
);
const insertItem = database.prepare('INSERT INTO order_items (order_id, position, sku, qty) VALUES (?, ?, ?, ?)');
const selectOrder = database.prepare('SELECT * FROM orders WHERE id = ? AND visitor = ?');
const selectLast = database.prepare(
  'SELECT id FROM orders WHERE visitor = ? ORDER BY placed_at DESC, rowid DESC LIMIT 1',
);
const selectItems = database.prepare('SELECT sku, qty FROM order_items WHERE order_id = ? ORDER BY position');

/** Stores an order whole or not at all, and gives its number. */
export function saveOrder(order: NewOrder, visitor: string): string {
  const id = randomBytes(4).toString('hex').toUpperCase();
  database.exec('BEGIN IMMEDIATE');
  try {
    insertOrder.run(id, visitor, order.email, order.address.street, order.address.zip, Date.now());
    order.items.forEach((item, position) => insertItem.run(id, position, item.sku, item.qty));
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
  return id;
}

/** An order is shown only to the browser that placed it. */
export function findOrder(id: string, visitor: string): Order | undefined {
  const row = selectOrder.get(id, visitor);
  if (!row) return undefined;
  return {
    id,
    email: String(row['email']),
    address: { street: String(row['street']), zip: String(row['zip']) },
    items: selectItems.all(id).map((item) => ({ sku: String(item['sku']), qty: Number(item['qty']) })),
    placedAt: new Date(Number(row['placed_at'])),
  };
}

export function findLastOrder(visitor: string): Order | undefined {
  const row = selectLast.get(visitor);
  return row && findOrder(String(row['id']), visitor);
}
