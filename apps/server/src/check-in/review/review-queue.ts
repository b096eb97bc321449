import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Page, ReviewItem, ReviewQueueQuery } from '@rollcall/contracts';
import { In, type Repository } from 'typeorm';
import { PeopleService } from '../../people/people.service.js';
import { pageByIdDescending } from '../../platform/http/paging.js';
import { CheckInHistory } from '../check-in-history.js';
import { CheckIn } from '../check-in.entity.js';
import { CheckInReview } from './check-in-review.entity.js';
import { presentReview } from './review-message.js';

/** What is worth a look unless somebody asks for more: what nobody was matched for. */
const UNSETTLED = ['unknown', 'ambiguous'];

/** The check-ins that a person should look at, and those that one has looked at. */
@Injectable()
export class ReviewQueue {
  constructor(
    @InjectRepository(CheckIn) private readonly checkIns: Repository<CheckIn>,
    @InjectRepository(CheckInReview) private readonly reviews: Repository<CheckInReview>,
    private readonly history: CheckInHistory,
    private readonly people: PeopleService,
  ) {}

  async list(query: ReviewQueueQuery, showScores: boolean): Promise<Page<ReviewItem>> {
    const reviewed = 'EXISTS (SELECT FROM check_in_reviews r WHERE r.check_in_id = c.id)';
    const rows = this.checkIns
      .createQueryBuilder('c')
      .where(query.state === 'open' ? `NOT ${reviewed}` : reviewed);
    if (query.decision) rows.andWhere('c.decision = :decision', query);
    else if (query.state === 'open') rows.andWhere('c.decision IN (:...unsettled)', { unsettled: UNSETTLED });
    const page = await pageByIdDescending(rows, query, (row) => row);
    return { items: await this.describe(page.items, showScores), nextCursor: page.nextCursor };
  }

  private async describe(rows: readonly CheckIn[], showScores: boolean): Promise<ReviewItem[]> {
    const records = await this.history.describe(rows, showScores);
    const last = await this.lastReviews(rows.map(({ id }) => id));
    const named = rows.flatMap(({ candidates }) => candidates.map(({ personId }) => personId));
    const people = await this.people.named(named);
    return rows.map((row, i) => ({
      checkIn: records[i]!,
      // How alike somebody is, is a score; without those the order would still tell.
      candidates: showScores ? candidatesOf(row, people) : [],
      review: last.get(row.id) ?? null,
    }));
  }

  private async lastReviews(checkInIds: string[]) {
    const found = await this.reviews.find({ where: { checkInId: In(checkInIds) }, order: { id: 'ASC' } });
    return new Map(found.map((review) => [review.checkInId, presentReview(review)]));
  }
}

function candidatesOf(
  { candidates }: CheckIn,
  people: ReadonlyMap<string, { name: string; employeeNo: string | null }>,
) {
  return candidates.flatMap(({ personId, similarity }) => {
    const person = people.get(personId);
    if (!person) return [];
    return [{ person: { id: personId, name: person.name, employeeNo: person.employeeNo ?? '' }, similarity }];
  });
}
