#include "checker/cli/run_gate.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "checker/cli/acceptance.h"
#include "checker/cli/archive.h"
#include "checker/cli/changed_files.h"
#include "checker/cli/commands.h"
#include "checker/cli/render.h"
#include "checker/cli/session.h"
#include "checker/gate/archive_check.h"
#include "checker/gate/ledger_entries.h"
#include "checker/intake/find_files.h"
#include "checker/model/document_id.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

// One run of the gate: the new articles, what they were before, and what they
// are compared with.
class Gate {
 public:
  Gate(const Flags& flags, const Session& session)
      : flags_(flags),
        session_(session),
        pipeline_(session.rules, OptionsOf(flags, session)) {}

  // The findings, settled and worst first.
  absl::StatusOr<Report> Judge(const std::vector<std::string>& paths) {
    if (const auto checked = CheckFlags(); !checked.ok()) return checked;
    auto acceptance = ReadAcceptance(flags_, session_.config);
    if (!acceptance.ok()) return acceptance.status();
    const auto today = AsOf(flags_);
    if (!today.ok()) return today.status();
    const auto facts = ReadFactFiles(flags_, session_.config);
    if (!facts.ok()) return facts.status();
    if (auto done = OpenArchive(); !done.ok()) return done;
    if (auto done = IsOfGit() ? ReadChanged(paths) : ReadPaths(paths);
        !done.ok()) {
      return done;
    }
    news_ = ReadAll(pipeline_, articles_, flags_.jobs);
    if (auto done = FindBefore(); !done.ok()) return done;

    std::set<std::string> documents;
    for (const ArticleReading& reading : news_) {
      documents.insert(DocumentId(reading.article));
    }
    for (const ArticleReading& reading : before_) {
      documents.insert(DocumentId(reading.article));
    }
    auto entries = EntriesBefore();
    if (!entries.ok()) return entries.status();
    auto report = Check(news_);
    if (!report.ok()) return report.status();
    CheckFacts(pipeline_, *facts, Keep(std::vector(news_)), *today,
               session_.config.levels, *report);
    if (ledger_ != nullptr) {
      auto own = EntriesFor(*ledger_, *report, documents);
      if (!own.ok()) return own.status();
      acceptance->entries.insert(acceptance->entries.end(), own->begin(),
                                 own->end());
    }
    acceptance->entries.insert(acceptance->entries.end(), entries->begin(),
                               entries->end());
    Finish(*acceptance, {.today = *today, .documents = documents}, *report);
    return report;
  }

  int input_exit() const { return input_exit_; }

  // Adds the articles to the ledger, as they passed.
  absl::Status Update() {
    ledger_.reset();  // a reader's view of it is of before
    auto ledger = OpenForWriting();
    if (!ledger.ok()) return ledger.status();
    std::vector<ArticleToStore> batch;
    for (size_t i = 0; i < articles_.size(); ++i) {
      ArticleToStore article = ToStore(articles_[i], std::move(news_[i]));
      const auto old = (*ledger)->FindDocument(article.document);
      if (!old.ok()) return old.status();
      if (*old && (*old)->is_current && (*old)->content == article.content) {
        continue;
      }
      batch.push_back(std::move(article));
    }
    std::set<std::string> stored;
    for (const ArticleToStore& article : batch) stored.insert(article.document);
    // What a renamed file was called is gone.
    std::vector<ArticleNumber> gone;
    for (const auto& [document, number] : replaced_) {
      if (!stored.contains(document)) gone.push_back(number);
    }
    const size_t count = batch.size();
    if (auto done = (*ledger)->Store(std::move(batch)); !done.ok()) return done;
    if (!gone.empty()) {
      if (auto done = (*ledger)->Remove(gone); !done.ok()) return done;
    }
    if (auto done = (*ledger)->Checkpoint(); !done.ok()) return done;
    if (!flags_.quiet) {
      Complain(fmt::format("{}: {} article{} added or changed, {} in it",
                           (*ledger)->path(), count, count == 1 ? "" : "s",
                           (*ledger)->article_count()));
    }
    return absl::OkStatus();
  }

 private:
  static PipelineOptions OptionsOf(const Flags& flags, const Session& session) {
    PipelineOptions options = session.Options(flags);
    options.keep_texts = NeedsTexts(flags);
    return options;
  }

  bool IsOfGit() const {
    return !flags_.new_from_rev.empty() || !flags_.new_from_merge_base.empty();
  }
  std::string LedgerName() const {
    return flags_.against.empty() ? LedgerPath(flags_, session_.config) : "";
  }

  absl::Status CheckFlags() const {
    if (!flags_.new_from_rev.empty() && !flags_.new_from_merge_base.empty()) {
      return absl::InvalidArgumentError(
          "gate: --new-from-rev and --new-from-merge-base at once; say one");
    }
    if (!flags_.against.empty() && !flags_.ledger.empty()) {
      return absl::InvalidArgumentError(
          "gate: --ledger and --against at once; say one");
    }
    if (LedgerName().empty() && flags_.against.empty() && !IsOfGit()) {
      return absl::InvalidArgumentError(
          "gate: nothing to compare with; say --ledger archive.db, --against "
          "PATH, or --new-from-rev REV");
    }
    if (flags_.update && LedgerName().empty()) {
      return absl::InvalidArgumentError(
          "gate: --update adds to a ledger; say --ledger archive.db");
    }
    return absl::OkStatus();
  }

  absl::Status OpenArchive() {
    if (LedgerName().empty()) return absl::OkStatus();
    std::error_code error;
    // The first gate of all may make the ledger.
    if (flags_.update && !fs::exists(LedgerName(), error)) {
      auto made = OpenForWriting();
      if (!made.ok()) return made.status();
    }
    auto ledger =
        OpenLedger(flags_, session_.config, false,
                   MadeWith(session_.rules.digest()), "crosscheck gate");
    if (!ledger.ok()) return ledger.status();
    ledger_ = *std::move(ledger);
    return absl::OkStatus();
  }

  absl::StatusOr<std::unique_ptr<Ledger>> OpenForWriting() const {
    return OpenLedger(flags_, session_.config, true,
                      MadeWith(session_.rules.digest()),
                      "crosscheck gate --update");
  }

  // What was not understood is told once, however often a file is read.
  void Note(IntakeResult& input) {
    problems_.insert(problems_.end(), input.problems.begin(),
                     input.problems.end());
    warnings_.insert(warnings_.end(), input.warnings.begin(),
                     input.warnings.end());
  }

  absl::Status ReadPaths(const std::vector<std::string>& paths) {
    IntakeResult input =
        ReadArticles(paths, InputOptions(flags_), session_.rules);
    Note(input);
    articles_ = std::move(input.articles);
    if (flags_.against.empty()) return absl::OkStatus();
    std::set<std::string> new_files;
    for (const Article& article : articles_) {
      new_files.insert(NormalPath(article.path));
    }
    return ReadArchive(flags_.against, new_files, {});
  }

  // Articles to compare with, but for those of `new_files`.
  absl::Status ReadArchive(const std::vector<std::string>& paths,
                           const std::set<std::string>& new_files,
                           std::vector<Article> more) {
    IntakeResult input =
        ReadArticles(paths, InputOptions(flags_), session_.rules);
    Note(input);
    for (Article& article : input.articles) {
      if (!new_files.contains(NormalPath(article.path))) {
        more.push_back(std::move(article));
      }
    }
    archive_ = ReadAll(pipeline_, more, flags_.jobs);
    return absl::OkStatus();
  }

  // The files git says have changed are the new ones; where there is no ledger
  // and no --against, the others are what they are compared with.
  absl::Status ReadChanged(const std::vector<std::string>& paths) {
    const bool merge_base = !flags_.new_from_merge_base.empty();
    auto changed = FindChangedFiles(
        paths, merge_base ? flags_.new_from_merge_base : flags_.new_from_rev,
        merge_base);
    if (!changed.ok()) return changed.status();
    against_commit_ = changed->commit.substr(0, 12);
    std::map<std::string, std::string> now_of;  // by the path before
    std::set<std::string> changed_now;
    for (const ChangedFile& file : changed->files) {
      if (!file.now.empty()) changed_now.insert(file.now);
      if (!file.before.empty()) now_of[file.before] = file.now;
    }
    const bool among_themselves =
        LedgerName().empty() && flags_.against.empty();
    // Only what a walk would read: no images, no sources.json.
    std::vector<std::string> files;
    FoundFiles found = FindFiles(paths, InputOptions(flags_).ignored, false);
    problems_.insert(problems_.end(), found.problems.begin(),
                     found.problems.end());
    for (const FoundFile& file : found.files) {
      if (among_themselves || changed_now.contains(NormalPath(file.path))) {
        files.push_back(file.path);
      }
    }
    IntakeResult input =
        ReadArticles(files, InputOptions(flags_), session_.rules);
    Note(input);
    std::vector<Article> unchanged;
    for (Article& article : input.articles) {
      (changed_now.contains(NormalPath(article.path)) ? articles_ : unchanged)
          .push_back(std::move(article));
    }
    if (auto done = ReadBefore(*changed, now_of); !done.ok()) return done;
    SetUnchangedRecordsApart(unchanged);
    if (!LedgerName().empty()) return absl::OkStatus();
    return ReadArchive(flags_.against, changed_now, std::move(unchanged));
  }

  absl::Status ReadBefore(const ChangedFiles& changed,
                          const std::map<std::string, std::string>& now_of) {
    const auto files = FilesBefore::Make(changed);
    if (!files.ok()) return files.status();
    IntakeResult input =
        ReadArticles({files->folder()}, InputOptions(flags_), session_.rules);
    // Its faults are of texts that are no more.
    for (Article& article : input.articles) {
      const std::string path = NormalPath(
          (fs::path(changed.root) /
           fs::path(article.path).lexically_relative(files->folder()))
              .string());
      const auto now = now_of.find(path);
      if (now == now_of.end()) continue;  // beside what was asked
      before_path_now_.push_back(now->second);
      article.path = path;
      articles_before_.push_back(std::move(article));
    }
    return absl::OkStatus();
  }

  // Records of a changed file that did not change are no new articles.
  void SetUnchangedRecordsApart(std::vector<Article>& unchanged) {
    std::map<std::pair<std::string, std::string>, std::string> before;
    for (size_t i = 0; i < articles_before_.size(); ++i) {
      const Article& article = articles_before_[i];
      if (!article.is_record) continue;
      before[{before_path_now_[i], article.id}] = ContentHash(article);
    }
    std::set<std::pair<std::string, std::string>> same;
    std::vector<Article> changed;
    for (Article& article : articles_) {
      const std::pair<std::string, std::string> key = {NormalPath(article.path),
                                                       article.id};
      const auto at = before.find(key);
      if (article.is_record && at != before.end() &&
          at->second == ContentHash(article)) {
        same.insert(key);
        unchanged.push_back(std::move(article));
      } else {
        changed.push_back(std::move(article));
      }
    }
    articles_ = std::move(changed);
    size_t kept = 0;
    for (size_t i = 0; i < articles_before_.size(); ++i) {
      if (articles_before_[i].is_record &&
          same.contains({before_path_now_[i], articles_before_[i].id})) {
        continue;
      }
      if (kept != i) {
        articles_before_[kept] = std::move(articles_before_[i]);
        before_path_now_[kept] = before_path_now_[i];
      }
      ++kept;
    }
    articles_before_.resize(kept);
    before_path_now_.resize(kept);
  }

  // What the new articles were before, by git or by the ledger, and what of
  // the ledger they replace.
  absl::Status FindBefore() {
    before_ = ReadAll(pipeline_, articles_before_, flags_.jobs);
    for (size_t i = 0; i < before_.size(); ++i) {
      for (size_t n = 0; n < news_.size(); ++n) {
        if (NormalPath(articles_[n].path) == before_path_now_[i] &&
            (!articles_[n].is_record ||
             articles_[n].id == articles_before_[i].id)) {
          TakeName(news_[n], before_[i]);
        }
      }
    }
    if (ledger_ == nullptr) return absl::OkStatus();
    std::set<std::string> new_paths;
    for (const Article& article : articles_) {
      new_paths.insert(NormalPath(article.path));
    }
    for (size_t i = 0; i < articles_before_.size(); ++i) {
      const Article& article = articles_before_[i];
      const auto old = ledger_->FindDocument(LedgerDocument(article));
      if (!old.ok()) return old.status();
      if (!*old) continue;
      left_out_.insert((*old)->number);
      if (!before_path_now_[i].empty() &&
          before_path_now_[i] != NormalPath(article.path)) {
        replaced_.emplace((*old)->document, (*old)->number);
      }
    }
    for (size_t n = 0; n < articles_.size(); ++n) {
      auto old = ledger_->FindDocument(LedgerDocument(articles_[n]));
      if (!old.ok()) return old.status();
      if (!*old && !articles_[n].is_record && articles_[n].url.empty()) {
        old = FindMoved(articles_[n], new_paths);
        if (!old.ok()) return old.status();
      }
      if (!*old) continue;
      const bool is_first = left_out_.insert((*old)->number).second;
      if ((*old)->document != LedgerDocument(articles_[n])) {
        replaced_.emplace((*old)->document, (*old)->number);
      }
      if (!is_first || IsOfGit() || !(*old)->is_current) continue;
      auto reading = ledger_->Load((*old)->number, pool_);
      if (!reading.ok()) return reading.status();
      TakeName(news_[n], *reading);
      before_.push_back(*std::move(reading));
    }
    return absl::OkStatus();
  }

  // The same content under a path that is no more there: a renamed file.
  absl::StatusOr<std::optional<StoredArticle>> FindMoved(
      const Article& article, const std::set<std::string>& new_paths) {
    const auto same = ledger_->FindContent(ContentHash(article));
    if (!same.ok()) return same.status();
    for (const StoredArticle& old : *same) {
      std::error_code error;
      if (old.document == old.path && !new_paths.contains(old.path) &&
          !fs::exists(old.path, error)) {
        return std::optional<StoredArticle>(old);
      }
    }
    return std::optional<StoredArticle>();
  }

  // An earlier version is the same document, whatever its file was called.
  static void TakeName(const ArticleReading& now, ArticleReading& before) {
    before.article.id = now.article.id;
    before.article.url = now.article.url;
  }

  absl::StatusOr<Report> Check(std::vector<ArticleReading> news) {
    if (ledger_ != nullptr) {
      return CheckAgainstLedger(pipeline_, *ledger_, std::move(news),
                                left_out_);
    }
    return CheckAgainstReadings(pipeline_, archive_, std::move(news));
  }

  // The findings there were before the change, as entries: what stood then is
  // not new now.
  absl::StatusOr<std::vector<Accepted>> EntriesBefore() {
    std::vector<Accepted> out;
    if (before_.empty()) return out;
    const auto report = Check(before_);
    if (!report.ok()) return report.status();
    const AcceptedMaker maker(*report);
    for (const Finding& finding : report->findings) {
      if (finding.level == Level::kNone) continue;
      Accepted& entry = out.emplace_back(maker.Make(finding));
      entry.state = "accepted";
      entry.reason = "it stood before this change";
      entry.where = against_commit_.empty() ? LedgerName() : against_commit_;
    }
    return out;
  }

  void Finish(const Acceptance& acceptance, const JudgeOptions& options,
              Report& report) {
    input_exit_ = Complain(flags_, problems_, warnings_);
    KeepWhatIsTold(report);
    report.tool_version = kVersion;
    report.against = LedgerName();
    if (!flags_.against.empty()) {
      report.against = fmt::format("{}", fmt::join(flags_.against, ", "));
    }
    if (!against_commit_.empty()) {
      report.against += (report.against.empty() ? "" : ", ") + against_commit_;
    }
    std::vector<Problem> said;
    const auto comments = ReadComments(articles_, said);
    Settle(acceptance, options, comments, report, said);
    Complain(flags_, {}, said);
    for (const auto* list : {&problems_, &warnings_, &said}) {
      report.problems.insert(report.problems.end(), list->begin(), list->end());
    }
  }

  // An archive's claims that nothing is said of are not for a reader: leaves
  // the new articles' and those of findings.
  static void KeepWhatIsTold(Report& report) {
    std::set<std::string> articles;
    for (const ReportArticle& article : report.articles) {
      if (article.is_new) articles.insert(article.id);
    }
    std::vector<bool> keep(report.claims.size());
    for (size_t c = 0; c < report.claims.size(); ++c) {
      keep[c] = articles.contains(report.claims[c].article);
    }
    for (const Finding& finding : report.findings) {
      for (const uint32_t c : finding.claims) {
        keep[c] = true;
        articles.insert(report.claims[c].article);
      }
    }
    std::vector<uint32_t> number(report.claims.size());
    ReportClaims claims;
    for (size_t c = 0; c < report.claims.size(); ++c) {
      if (!keep[c]) continue;
      number[c] = static_cast<uint32_t>(claims.size());
      ReportClaim claim = report.claims[c];
      claim.id = fmt::format("c{}", claims.size() + 1);
      claims.push_back(claim);
    }
    report.claims = std::move(claims);
    for (Finding& finding : report.findings) {
      for (uint32_t& c : finding.claims) c = number[c];
    }
    std::erase_if(report.articles, [&](const ReportArticle& article) {
      return !articles.contains(article.id);
    });
  }

  const Flags& flags_;
  const Session& session_;
  const Pipeline pipeline_;
  std::unique_ptr<Ledger> ledger_;
  TextPool pool_;  // of before_, where it is from the ledger
  std::vector<Problem> problems_, warnings_;
  std::vector<Article> articles_;
  std::vector<ArticleReading> news_;  // of articles_
  std::vector<Article> articles_before_;
  std::vector<std::string> before_path_now_;  // of articles_before_
  std::vector<ArticleReading> before_;
  std::vector<ArticleReading> archive_;  // where there is no ledger
  std::set<ArticleNumber> left_out_;
  // Of these, the documents that have another name now.
  std::map<std::string, ArticleNumber> replaced_;
  int input_exit_ = kExitClean;
  std::string against_commit_;
};

}  // namespace

int RunGate(const Flags& flags) {
  if (const auto known = CheckFormats(flags); !known.ok()) return Fail(known);
  auto session = OpenSession(flags);
  if (!session.ok()) return Fail(session.status());
  std::vector<std::string> paths = InputPaths(flags, session->config);
  if (paths.empty()) {
    return Fail(absl::InvalidArgumentError(
        "gate: no articles named; give files, folders or -"));
  }
  std::sort(paths.begin(), paths.end());
  Gate gate(flags, *session);
  const auto report = gate.Judge(paths);
  if (!report.ok()) return Fail(report.status());
  if (const auto done = RenderAll(*report, flags, "text", session->fail_on);
      !done.ok()) {
    return Fail(done);
  }
  const int exit =
      std::max(gate.input_exit(), ExitFor(*report, session->fail_on));
  if (!flags.update) return exit;
  if (exit != kExitClean) {
    Complain("nothing added to the ledger: the articles do not pass");
    return exit;
  }
  const auto updated = gate.Update();
  return updated.ok() ? exit : Fail(updated);
}

absl::StatusOr<Report> GateReport(const Flags& flags, const Session& session,
                                  const std::vector<std::string>& paths,
                                  int& input_exit) {
  Gate gate(flags, session);
  auto report = gate.Judge(paths);
  input_exit = gate.input_exit();
  return report;
}

}  // namespace crosscheck
