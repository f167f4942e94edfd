export function BallotPage() {
  return null;
}
