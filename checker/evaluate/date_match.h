#ifndef CROSSCHECK_CHECKER_EVALUATE_DATE_MATCH_H_
#define CROSSCHECK_CHECKER_EVALUATE_DATE_MATCH_H_

#include "checker/evaluate/gold.h"
#include "checker/model/report.h"

namespace crosscheck {

// Was the date a suite expects read? What counts:
// - days: the days ours covers are those of the expected one at its grain
//   (a week begins on the day given, a quarter has three months);
// - a clock time: hour and minute as printed; the day must be right where
//   ours has one (a clock time without a day is "T10:15" by the contract);
// - a range: both ends, the last one inclusive or exclusive as the suite has
//   it (Recognizers-Text ends "the 19th to 20th" on the 20th, and "this week"
//   on the Monday after); of an open range ("since 2014") the end that is
//   there;
// - any of the alternatives of the suite (last or next 2 October).
//
// The suites were made for assistants that plan meetings, we read news. Where
// we differ on purpose, these also count, and nothing else does:
//
//  wording           suite                  ours                  why
//  Friday, 2 May,    the coming one         the nearest, or the   news tells
//   third quarter                           last                  what was
//  two years ago     the day                the month, and half   as exact as
//                                           a year either side    it is said
//  in two weeks      that moment            a length: P2W         "the first
//                                                                 win in two
//                                                                 weeks"
//  past two weeks,   a range of days        a length, with its    a length is
//   within 2 weeks                          days                  compared
//  2 days from now   all days until then    that day              the same day
//  late March        cut by ten days, two   thirds                no standard
//                    thirds or halves
//  2014 through 2018 ends as 2018 begins    with all of 2018      as printed
//  8:00 GMT          in the zone of the     as printed, with its  as printed
//                    asker                  zone
//  8:00              in the afternoon,      as printed            not said
//                    where nearer
//  until 2 p.m.      from now on            bounded by 2 p.m.     no beginning
//                                                                 is said
//  in a few minutes  in three minutes       two to ten            vague
//  now               the second             the day               no clock
//  2/2013, start of  its first day          the month, or its     as printed
//   March                                   first third
//  summer, spring    not resolved           whole months          as printed
//  half a year       182.5 days             P6M                   ISO 8601
//  Christmas         the coming one         the nearest           news tells
//                                                                 what was
//  Yom Kippur, Eid   from the evening, or   the day in the        a day off
//                    by a seen moon         printed calendar      is usual
//  Monday morning    from 0:00 to 12:00     Monday                parts of the
//                                                                 day vary
//  summer            21 June to 21 Sept.    June to August        whole months
//  15th century      1400 to 1499           1401 to 1500          the usual
//                                                                 count
//  2014 BC           "-201" (cut off)       -2013                 ISO 8601
//
// Ours is known to have said no side by its rules (no ".time.this" …), to be
// a shifted one by ".time.ago" and its like, a part by ".time.early" ….
bool IsExpectedDate(const ReportClaim& claim, const ExpectedFigure& expected);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_EVALUATE_DATE_MATCH_H_
