#ifndef CROSSCHECK_CHECKER_CLI_ARCHIVE_H_
#define CROSSCHECK_CHECKER_CLI_ARCHIVE_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "checker/cli/flags.h"
#include "checker/cli/session.h"
#include "checker/ledger/ledger.h"
#include "checker/model/article.h"
#include "checker/model/reading.h"
#include "checker/pipeline/pipeline.h"

namespace crosscheck {

// --ledger, else the configuration's; empty: none is named.
std::string LedgerPath(const Flags& flags, const Config& config);

// Failure also where none is named. `made_with` empty: its readings are not
// compared with, so it does not matter what they were made with.
absl::StatusOr<std::unique_ptr<Ledger>> OpenLedger(const Flags& flags,
                                                   const Config& config,
                                                   bool write,
                                                   std::string made_with,
                                                   const char* purpose);

// A path without "." and "..", from the working folder where it is beneath it:
// the same file has the same name however it was named.
std::string NormalPath(const std::string& path);

// Which document of a ledger an article is: its URL, else a record's own id,
// else the path.
std::string LedgerDocument(const Article& article);

// Pipeline::Read of each, on --jobs threads.
std::vector<ArticleReading> ReadAll(const Pipeline& pipeline,
                                    const std::vector<Article>& articles,
                                    int jobs);

ArticleToStore ToStore(const Article& article, ArticleReading reading);

// Says what went wrong; kExitFailed.
int Fail(const absl::Status& status);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLI_ARCHIVE_H_
