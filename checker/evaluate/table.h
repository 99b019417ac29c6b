#ifndef CROSSCHECK_CHECKER_EVALUATE_TABLE_H_
#define CROSSCHECK_CHECKER_EVALUATE_TABLE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

// Hits, misses and false alarms of one slice of a test set.
struct Tally {
  int64_t hits = 0;
  int64_t misses = 0;
  int64_t false_alarms = 0;

  Tally& operator+=(const Tally& other);
  friend bool operator==(const Tally&, const Tally&) = default;
};

// Shares of the whole in tenths of a percent, rounded half up (0 of nothing);
// and as text, "-" where there is nothing to take a share of.
//   PerMille(2, 3)      // 667
//   PercentText(2, 3)   // "66.7"
int64_t PerMille(int64_t part, int64_t whole);
std::string PercentText(int64_t part, int64_t whole);
std::string Precision(const Tally& tally);
std::string Recall(const Tally& tally);
std::string F1(const Tally& tally);

// A table of text: the first column to the left, the others to the right,
// two blanks between. Cells are ASCII.
class Table {
 public:
  explicit Table(std::vector<std::string> heads) { Row(std::move(heads)); }
  void Row(std::vector<std::string> cells) {
    rows_.push_back(std::move(cells));
  }
  // A line across before the next row.
  void Rule() { rows_.emplace_back(); }
  std::string ToText() const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_EVALUATE_TABLE_H_
