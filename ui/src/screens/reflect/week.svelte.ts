// The last seven shift days, for whoever looks back on them. Counts and the person's own lines; never a mark for either.
import { call, faultOf } from '../../api/call';
import type { Fault, WeekReview } from '../../api/gen/wire';

class Week {
  shown: WeekReview | null = $state.raw(null);
  fault: Fault | null = $state.raw(null);

  async load(): Promise<void> {
    try {
      this.shown = await call('week_show', {});
      this.fault = null;
    } catch (error) {
      this.fault = faultOf(error);
    }
  }
}

export const week = new Week();
