// What the practice rests on: the studies, each with how much of it was read, and which finding leans on which.
// Names and titles stand as they were published; everything said about them is in words/en/evidence.ftl.

/** How much of a study was read for this: its abstract (in a few cases with the opening pages), or what others wrote about it. */
export type Read = 'abstract' | 'second-hand';

export interface Source {
  id: string;
  /** Who, when, what, where. */
  text: string;
  read: Read;
}

const source = (id: string, text: string, read: Read = 'abstract'): Source => ({ id, text, read });

/** In the order of their names. */
export const SOURCES: readonly Source[] = [
  source('bono', 'Bono, Glomb, Shen, Kim & Koch (2013). Building positive resources. Academy of Management Journal 56(6), 1601–1627.'),
  source('clauss', 'Clauss, Hoppe, O’Shea, González-Morales, Steidle & Michel (2018). Promoting personal resources and reducing exhaustion through positive work reflection among caregivers. Journal of Occupational Health Psychology.'),
  source('cregg', 'Cregg & Cheavens (2021). Gratitude interventions: effective self-help? Journal of Happiness Studies 22, 413–445.'),
  source('dawel', 'Dawel et al. (2023). Cognitive Therapy and Research.'),
  source('eerde', 'van Eerde, Uitdewilligen, Hülsheger & Schreurs (2023). Occupational Health Science 7, 167–187.'),
  source('fleming', 'Fleming (2024). Employee well-being outcomes from individual-level mental health interventions. Industrial Relations Journal.'),
  source('frattaroli', 'Frattaroli (2006). Experimental disclosure and its moderators. Psychological Bulletin 132(6), 823–865.'),
  source('gollwitzer', 'Gollwitzer & Sheeran (2006). Advances in Experimental Social Psychology 38; and Sheeran, Listrom & Gollwitzer (2024). European Review of Social Psychology.'),
  source('campbell', 'Grant & Campbell (2007). Doing good, doing harm, being well and burning out. Journal of Occupational and Organizational Psychology 80, 665–691.'),
  source('dutton', 'Grant & Dutton (2012). Beneficiary or benefactor. Psychological Science 23(9).'),
  source('sonnentag', 'Grant & Sonnentag (2010). Doing good buffers against feeling bad. Organizational Behavior and Human Decision Processes 111, 13–22.'),
  source('gross', 'Gross, Semmer, Meier, Kälin, Jacobshagen & Tschan (2011). Journal of Applied Psychology 96.'),
  source('crafting', 'Job crafting trial in Japan (2020). Frontiers in Psychology 11:235.'),
  source('kim', 'Kim, Campbell, Shepherd & Kay (2020). Understanding contemporary forms of exploitation. Journal of Personality and Social Psychology 118(1), 121–148.'),
  source('kjaervik', 'Kjærvik & Bushman (2024). What fuels or douses rage? Clinical Psychology Review 109, 102414.'),
  source('lanaj', 'Lanaj, Johnson & Wang (2016). When lending a hand depletes the will. Journal of Applied Psychology 101(8), 1097–1110.'),
  source('lewicki', 'Lewicki, Polin & Lount (2016). An exploration of the structure of effective apologies. Negotiation and Conflict Management Research 9(2), 177–196.', 'second-hand'),
  source('luchies', 'Luchies, Finkel, McNulty & Kumashiro (2010). The doormat effect. Journal of Personality and Social Psychology 98(5), 734–749.'),
  source('lyubomirsky', 'Lyubomirsky, Sheldon & Schkade (2005). Review of General Psychology.', 'second-hand'),
  source('meier', 'Meier, Cho & Dumani (2016). The effect of positive work reflection during leisure time on affective well-being. Journal of Organizational Behavior.'),
  source('mongrain', 'Mongrain & Anselmo-Matthews (2012). Journal of Clinical Psychology.'),
  source('rose', 'Rose, Bisson, Churchill & Wessely (2002). Psychological debriefing for preventing PTSD. Cochrane CD000560.'),
  source('seligman', 'Seligman, Steen, Park & Peterson (2005). American Psychologist 60, 410–421.'),
  source('sexton', 'Sexton & Adair (2019). Forty-five good things. BMJ Open 9:e022695.'),
  source('silverman', 'Silverman & Barasch (2023). On or off track. Journal of Consumer Research 49(6), 1095–1117.'),
  source('session', 'Single-session disclosure: what works for whom? British Journal of Health Psychology, PMC2932956.'),
  source('song', 'Song, Liu, Wang, Lanaj, Johnson & Shi (2018). A social mindfulness approach to understanding experienced customer mistreatment. Academy of Management Journal 61(3).'),
  source('troy', 'Troy, Shallcross & Mauss (2013). A person-by-situation approach to emotion regulation. Psychological Science 24(12), 2505–2514.'),
  source('wang', 'Wang, Liu, Liao, Gong, Kammeyer-Mueller & Shi (2013). Can’t get it out of my mind. Journal of Applied Psychology 98(6), 989–1004.'),
  source('zhang', 'Zhang, Kim, Brooks, Gino & Norton (2014). A “present” for the future. Psychological Science 25(10), 1851–1860.'),
];

/** Findings that the practice leans on. Words: `evidence-found-<name>`. */
export const FOUND: readonly { name: string; by: readonly string[] }[] = [
  { name: 'before', by: ['song'] },
  { name: 'giving', by: ['dutton'] },
  { name: 'evening', by: ['bono'] },
  { name: 'worn', by: ['clauss', 'gross'] },
  { name: 'impact', by: ['sonnentag', 'campbell'] },
  { name: 'reading', by: ['zhang'] },
  { name: 'plans', by: ['gollwitzer'] },
  { name: 'apology', by: ['lewicki'] },
  { name: 'calm', by: ['kjaervik'] },
  { name: 'streaks', by: ['silverman'] },
];

/** Where nothing was found, or where it can hurt. Words: `evidence-not-<name>`. */
export const NOT: readonly { name: string; by: readonly string[] }[] = [
  { name: 'evening', by: ['meier'] },
  { name: 'programmes', by: ['fleming'] },
  { name: 'good-things', by: ['seligman', 'mongrain'] },
  { name: 'control', by: ['sexton'] },
  { name: 'gratitude', by: ['cregg'] },
  { name: 'often', by: ['lyubomirsky'] },
  { name: 'plans', by: ['eerde'] },
  { name: 'crafting', by: ['crafting'] },
  { name: 'drains', by: ['lanaj', 'wang'] },
  { name: 'calling', by: ['kim'] },
  { name: 'writing', by: ['frattaroli', 'session', 'rose'] },
  { name: 'reframing', by: ['troy', 'dawel'] },
  { name: 'forgiving', by: ['luchies'] },
];

/** The essays whose ideas the practice grew from. */
export const ESSAYS: readonly string[] = ['Laura in a toxic environment', 'Keeping it positive', 'Customer service is the key', 'Difference makers', 'Seven noble pursuits'];

/** The places of sources in the list, from 1. */
export function numbersOf(by: readonly string[]): number[] {
  return by.map((id) => SOURCES.findIndex((one) => one.id === id) + 1);
}
