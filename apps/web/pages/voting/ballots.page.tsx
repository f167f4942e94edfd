export function BallotsPage() {
  return null;
}
