import { bigramsOf } from '#libs/contract';
import { PLANNED_ANEW, type Database } from '#libs/database';

/** What titles are compared with. */
export interface SimilarQuestion {
  workflow: string;
  /** Title and description of the matter. */
  text: string;
  /** Units that are compared, each with everything below it. */
  within: readonly string[];
  /** What lies at this unit or below counts a little more. */
  nearest: string;
  /** A case that is not compared with itself. */
  except: string | null;
  /** Least score, 0 to 1. */
  least: number;
  limit: number;
}

/** A case whose title is like a text: 1 the same words, 0 none of them. */
export interface SimilarCase {
  id: string;
  score: number;
}

/** A text longer than this is compared by its beginning. */
const LONGEST_COMPARED = 600;
/** A pair of characters that stands in more titles than one in so many says nothing of a matter. */
const RARE_ENOUGH = 4;
/** Titles that are weighed exactly; more are cut by how many words they share. */
const MOST_WEIGHED = 2_000;

/**
 * Cases of a place whose titles share pairs of characters with a text, the most similar first. Pairs that many titles have weigh
 * little; a long text is not held against a short title that stands in it. Only what is public or internal: a private need and what
 * nobody has sorted yet are compared with nothing. The same on every database.
 */
export async function similarCases(
  database: Pick<Database, 'query'>,
  realm: string,
  question: SimilarQuestion,
): Promise<SimilarCase[]> {
  const words = bigramsOf(question.text.slice(0, LONGEST_COMPARED)).filter((word) => Array.from(word).length > 1);
  if (words.length === 0) return [];
  return database.query<SimilarCase>(
    `${PLANNED_ANEW} with near as materialized (
       select l.case_id, l.words, l.places @> array[$4::text] as is_nearest
       from case_list l
       where l.realm = $1 and l.workflow = $2 and l.places && $3::text[] and l.words && $5::text[]
         and l.visibility in ('public', 'internal') and l.case_id is distinct from $6
       order by l.created_at desc limit ${String(MOST_WEIGHED)}),
     word as (select n.case_id, w from near n cross join lateral unnest(n.words) as u(w) where char_length(w) > 1),
     weight as (
       select w, ln(1 + (select count(*) from near)::float8 / (${String(RARE_ENOUGH)} * count(*))) as weight from word group by w),
     asked as (
       select sum(coalesce(weight.weight, ln(1 + (select count(*) from near)::float8 / ${String(RARE_ENOUGH)}))) as weight
       from unnest($5::text[]) as a(w) left join weight on weight.w = a.w),
     scored as (
       select word.case_id, sum(weight) as own, sum(case when word.w = any($5::text[]) then weight else 0 end) as common
       from word join weight using (w) group by word.case_id)
     select s.case_id as id,
            least(1, round((s.common / sqrt(s.own * least(greatest(a.weight, s.common), 2 * s.own))
              * case when n.is_nearest then 1.1 else 1 end)::numeric, 3))::float8 as score
     from scored s join near n using (case_id) cross join asked a
     where s.own > 0 and s.common / sqrt(s.own * least(greatest(a.weight, s.common), 2 * s.own)) >= $7::float8
     order by score desc, s.case_id limit ${String(question.limit)}`,
    [realm, question.workflow, question.within, question.nearest, words, question.except, question.least],
  );
}
