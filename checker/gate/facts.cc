#include "checker/gate/facts.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>

#include "absl/container/flat_hash_map.h"

namespace crosscheck {
namespace {

constexpr std::string_view kRule = "facts.conflict";
// Fewer than linking weighs all of (kWeighAllUpTo), with the article itself.
constexpr size_t kFactsAtOnce = 40;
// Of the words and names of a fact, an article must hold so many to be about
// the same thing.
constexpr uint32_t kLeastSharedFeatures = 2;

class Reader {
 public:
  Reader(std::string_view text, const std::string& path)
      : text_(text), path_(path) {}

  void Read(const YAML::Node& root) {
    if (root.IsNull()) return;
    const YAML::Node list = root.IsMap() ? root["facts"] : root;
    if (!list.IsDefined() || !list.IsSequence()) {
      Fault(root, "no list of facts; write \"facts:\" and a \"- id: …\" each");
      return;
    }
    for (const YAML::Node& node : list) ReadFact(node);
  }

  absl::StatusOr<std::vector<CheckedFact>> Finish() {
    if (faults_.empty()) return std::move(facts_);
    return absl::InvalidArgumentError(
        fmt::format("{}", fmt::join(faults_, "\n")));
  }

 private:
  void Fault(const YAML::Node& node, const std::string& what) {
    faults_.push_back(fmt::format("{}:{}:{}: {}", path_, node.Mark().line + 1,
                                  node.Mark().column + 1, what));
  }

  std::string Text(const YAML::Node& node) {
    if (node.IsScalar()) return node.Scalar();
    Fault(node, "a single value is wanted here");
    return "";
  }

  std::optional<IsoDate> Date(const YAML::Node& node) {
    const auto date = ParseIsoDate(Text(node));
    if (!date) Fault(node, "no date; write 2025-01-28");
    return date;
  }

  void ReadFact(const YAML::Node& node) {
    if (!node.IsMap()) {
      Fault(node, "no fact; write \"id: …\" and \"says:\"");
      return;
    }
    CheckedFact fact;
    std::string source, url;
    YAML::Node says;
    for (const auto& entry : node) {
      const std::string key = Text(entry.first);
      const YAML::Node& value = entry.second;
      if (key == "id") {
        fact.id = Text(value);
      } else if (key == "says") {
        says.reset(value);
      } else if (key == "from") {
        if (const auto date = Date(value)) fact.from = date->days.first;
      } else if (key == "until") {
        if (const auto date = Date(value)) fact.until = date->days.last;
      } else if (key == "source") {
        source = Text(value);
      } else if (key == "url") {
        url = Text(value);
      } else {
        Fault(entry.first,
              fmt::format("unknown key \"{}\"; known are id, says, from, "
                          "until, source, url",
                          key));
      }
    }
    if (fact.id.empty() || !ids_.insert(fact.id).second) {
      Fault(node, fact.id.empty() ? "no id; give each fact one"
                                  : fmt::format("a second fact \"{}\"; give "
                                                "each an id of its own",
                                                fact.id));
    }
    if (!says.IsMap()) {
      Fault(node, "says nothing; write \"says:\" and \"en: …\" below it");
      return;
    }
    for (const auto& sentence : says) {
      const std::string language = Text(sentence.first);
      const std::string words = Text(sentence.second);
      fact.articles.push_back(
          MakeArticle(fact.id, language, words, source, url, sentence.second));
    }
    facts_.push_back(std::move(fact));
  }

  Article MakeArticle(const std::string& id, const std::string& language,
                      const std::string& words, const std::string& source,
                      const std::string& url, const YAML::Node& node) const {
    Article article;
    article.id = fmt::format("{}#{}/{}", path_, id, language);
    article.path = path_;
    article.outlet = source.empty() ? "facts register" : source;
    article.url = url;
    article.language = language;
    article.text = words;
    article.fields = {""};
    const auto length = static_cast<uint32_t>(words.size());
    // Where it stands in the file, if it does word for word (not folded).
    size_t at = text_.find(
        words, std::min<size_t>(text_.size(), static_cast<size_t>(std::max(
                                                  0, node.Mark().pos))));
    if (at == std::string_view::npos) at = text_.find(words);
    if (at != std::string_view::npos) {
      article.source = text_;
      article.pieces = {{0, length, static_cast<uint32_t>(at), length}};
    } else {
      article.pieces = {{0, length, 0, length}};
    }
    return article;
  }

  std::string_view text_;
  const std::string& path_;
  std::vector<CheckedFact> facts_;
  std::set<std::string> ids_;
  std::vector<std::string> faults_;
};

bool Holds(const CheckedFact& fact, Day day) {
  return (!fact.from || fact.from->number <= day.number) &&
         (!fact.until || day.number <= fact.until->number);
}

// Readings of the facts as printed on one day, and which hold a feature.
struct FactsOfADay {
  std::vector<KeptReading> readings;
  absl::flat_hash_map<uint64_t, std::vector<uint32_t>> holders;
};

class Check {
 public:
  Check(const Pipeline& pipeline, const std::vector<CheckedFact>& facts,
        const std::map<std::string, Level>& levels, Report& report)
      : pipeline_(pipeline), facts_(facts), levels_(levels), report_(report) {
    uint32_t number = 0;
    for (const ReportClaim& claim : report.claims) {
      claims_[claim.article].push_back(number++);
    }
  }

  void Against(const KeptReading& reading, Day today) {
    const FactsOfADay& facts = OfADay(reading, today);
    std::vector<uint32_t> shared(facts.readings.size());
    for (const uint64_t key : reading.profile.keys) {
      const auto at = facts.holders.find(key);
      if (at == facts.holders.end()) continue;
      for (const uint32_t f : at->second) ++shared[f];
    }
    std::vector<KeptReading> chosen;
    for (size_t f = 0; f < shared.size(); ++f) {
      if (shared[f] >= kLeastSharedFeatures) {
        chosen.push_back(facts.readings[f]);
      }
      if (chosen.size() == kFactsAtOnce || f + 1 == shared.size()) {
        if (!chosen.empty()) Compare(reading, std::move(chosen));
        chosen.clear();
      }
    }
  }

 private:
  // A fact is as true on the article's day as if it were printed that day.
  const FactsOfADay& OfADay(const KeptReading& reading, Day today) {
    const Day day = reading.published && reading.published->days.first
                        ? *reading.published->days.first
                        : today;
    const auto [at, is_new] = days_.try_emplace(day.number);
    if (!is_new) return at->second;
    for (const CheckedFact& fact : facts_) {
      if (!Holds(fact, day)) continue;
      for (Article article : fact.articles) {
        article.published_text = ToIsoDate(day);
        article.published = ParseIsoDate(article.published_text);
        at->second.readings.push_back(Keep(pipeline_.Read(article)));
        // Its own date is when it holds from, not the article's.
        at->second.readings.back().article.published =
            fact.from ? ToIsoDate(*fact.from) : "";
      }
    }
    for (uint32_t f = 0; f < at->second.readings.size(); ++f) {
      for (const uint64_t key : at->second.readings[f].profile.keys) {
        at->second.holders[key].push_back(f);
      }
    }
    return at->second;
  }

  void Compare(const KeptReading& reading, std::vector<KeptReading> facts) {
    const std::string id = reading.article.id;
    CheckScope scope;
    scope.is_new.assign(facts.size() + 1, false);
    scope.is_new[0] = true;
    facts.insert(facts.begin(), reading);
    const Report own = pipeline_.CheckReadings(std::move(facts), scope);
    for (const Finding& found : own.findings) {
      if (found.verdict != Verdict::kConflict || found.claims.size() < 2) {
        continue;
      }
      // The clash itself must be with a fact, not within the article.
      const bool first = own.claims[found.claims[0]].article == id;
      const bool second = own.claims[found.claims[1]].article == id;
      if (first == second) continue;
      Add(own, found, id);
    }
  }

  void Add(const Report& own, Finding finding, const std::string& id) {
    const auto mine = claims_.find(id);
    if (mine == claims_.end()) return;
    // Claims of one article come in one order in both reports.
    uint32_t first_own = 0;
    while (own.claims[first_own].article != id) ++first_own;
    for (uint32_t& c : finding.claims) {
      c = own.claims[c].article == id ? mine->second[c - first_own]
                                      : FactClaim(own, c);
    }
    finding.rule = kRule;
    finding.level =
        finding.severity == Severity::kHigh ? Level::kError : Level::kWarning;
    if (const auto level = levels_.find(finding.rule); level != levels_.end()) {
      finding.level = level->second;
    }
    finding.id = fmt::format("f{}", report_.findings.size() + 1);
    report_.findings.push_back(std::move(finding));
  }

  // The claim of a fact in the report, put there when first needed.
  uint32_t FactClaim(const Report& own, uint32_t c) {
    ReportClaim claim = own.claims[c];
    const std::string key =
        fmt::format("{}\n{}", claim.article, claim.begin_byte);
    const auto [at, is_new] =
        fact_claims_.emplace(key, static_cast<uint32_t>(report_.claims.size()));
    if (!is_new) return at->second;
    if (fact_articles_.insert(claim.article).second) {
      for (const ReportArticle& article : own.articles) {
        if (article.id == claim.article) report_.articles.push_back(article);
      }
    }
    claim.id = fmt::format("c{}", report_.claims.size() + 1);
    report_.claims.push_back(claim);
    return at->second;
  }

  const Pipeline& pipeline_;
  const std::vector<CheckedFact>& facts_;
  const std::map<std::string, Level>& levels_;
  Report& report_;
  std::map<std::string, std::vector<uint32_t>> claims_;  // by article id
  std::map<int32_t, FactsOfADay> days_;
  std::map<std::string, uint32_t> fact_claims_;
  std::set<std::string> fact_articles_;
};

}  // namespace

absl::StatusOr<std::vector<CheckedFact>> ReadFacts(std::string_view text,
                                                   const std::string& path) {
  // yaml-cpp throws; nothing it throws passes this function.
  try {
    Reader reader(text, path);
    reader.Read(YAML::Load(std::string(text)));
    return reader.Finish();
  } catch (const YAML::Exception& error) {
    return absl::InvalidArgumentError(
        fmt::format("{}:{}:{}: not YAML: {}; mend the file", path,
                    error.mark.line + 1, error.mark.column + 1, error.msg));
  }
}

void CheckFacts(const Pipeline& pipeline, const std::vector<CheckedFact>& facts,
                const std::vector<KeptReading>& readings, Day today,
                const std::map<std::string, Level>& levels, Report& report) {
  if (facts.empty()) return;
  Check check(pipeline, facts, levels, report);
  for (const KeptReading& reading : readings) {
    if (reading.claims.size() > 0) check.Against(reading, today);
  }
}

}  // namespace crosscheck
