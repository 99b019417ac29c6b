#ifndef CROSSCHECK_CHECKER_LEDGER_TESTING_SMALL_WORLD_H_
#define CROSSCHECK_CHECKER_LEDGER_TESTING_SMALL_WORLD_H_

#include <random>
#include <string>
#include <vector>

#include "checker/ledger/ledger.h"
#include "checker/model/article.h"
#include "checker/pipeline/pipeline.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Invented short articles on a few dozen projects, told again and again by
// several outlets with figures that often clash: rare and common names, known
// measures of known subjects, dates weeks and months apart.
class SmallWorld {
 public:
  explicit SmallWorld(uint32_t seed);

  const Pipeline& pipeline() const { return pipeline_; }
  // The i-th article; another `version` of it has other figures.
  Article MakeArticle(int i, int version = 0) const;
  ArticleReading Read(int i, int version = 0) const {
    return pipeline_.Read(MakeArticle(i, version));
  }
  ArticleToStore ToStore(int i, int version = 0) const;

 private:
  uint32_t seed_;
  Rulebook rules_;
  Pipeline pipeline_;
};

// A path for a test's ledger; what was there is taken away.
std::string NewLedgerPath(const std::string& name);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LEDGER_TESTING_SMALL_WORLD_H_
