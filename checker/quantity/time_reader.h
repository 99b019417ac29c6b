#ifndef CROSSCHECK_CHECKER_QUANTITY_TIME_READER_H_
#define CROSSCHECK_CHECKER_QUANTITY_TIME_READER_H_

#include <cstdint>
#include <memory>
#include <optional>

#include "checker/model/document.h"
#include "checker/model/quantity.h"
#include "checker/model/time_scope.h"
#include "checker/quantity/number_reader.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Reads dates, clock times, durations and ages by the patterns of
// rules/<language>/time.yaml. Kinds kDate, kDuration, kAge only. Pure;
// thread-safe after construction.
class TimeReader {
 public:
  TimeReader(const Rulebook& rules, const NumberReader& numbers);

  // The longest expression that starts at `token`; nullopt when none does.
  // `published` resolves relative ones ("last Friday"); without it they come
  // back with `unresolved`. `anchor` is the last written date before this
  // place in the text, if any, for "that month" and bare months. Where
  // `years_stand`, four digits are a year without a word that asks for one.
  std::optional<Quantity> Read(const Document& document, uint32_t token,
                               const std::optional<IsoDate>& published,
                               const std::optional<IsoDate>& anchor,
                               bool years_stand = false) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_TIME_READER_H_
