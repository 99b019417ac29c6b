#include "checker/cli/carried_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "checker/gate/archive_check.h"
#include "checker/ledger/claim_keys.h"
#include "checker/model/document_id.h"
#include "checker/pipeline/show_claim.h"
#include "reports/json/json_report.h"
#include "reports/json/json_writer.h"

namespace crosscheck {
namespace {

std::string Trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return "";
  return std::string(
      text.substr(first, text.find_last_not_of(" \t\n") - first + 1));
}

// "Training_Cost" and "training cost" are one metric.
std::string MetricWords(std::string_view text) {
  std::string out = Trimmed(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '_') c = ' ';
  }
  return out;
}

bool IsMetric(const Claim& claim, const std::string& words) {
  return words.empty() ||
         MetricWords(claim.metric).find(words) != std::string::npos ||
         (!claim.noun.empty() && MetricWords(claim.noun) == words);
}

bool IsSubject(const Claim& claim, uint64_t key) {
  return SubjectKey(claim.subject) == key ||
         SubjectKey(claim.subject_surface) == key;
}

// Figures as found, each once, in order.
class Found {
 public:
  explicit Found(Ledger& ledger) : ledger_(ledger) {}

  // Those of an article that `wanted` takes.
  template <typename Wanted>
  absl::Status Take(ArticleNumber number, const Wanted& wanted) {
    TextPool pool;
    const auto reading = ledger_.Load(number, pool);
    if (!reading.ok()) return reading.status();
    const auto& claims = reading->made.claims;
    for (size_t i = 0; i < claims.size(); ++i) {
      if (!wanted(claims[i])) continue;
      Add(reading->article, ShowClaim(reading->article, reading->text,
                                      reading->places[i], claims[i]));
    }
    return absl::OkStatus();
  }

  void Add(const ReportArticle& article, ReportClaim claim) {
    const auto key = std::make_tuple(DocumentId(article), article.path,
                                     claim.field, claim.begin_byte);
    if (!seen_.insert(key).second) return;
    claim.id = fmt::format("c{}", seen_.size());
    figures_.push_back({article, std::move(claim)});
  }

  std::vector<CarriedFigure> InOrder() && {
    const auto number = [](const ReportClaim& claim) {
      const auto value = Decimal::Parse(claim.value);
      return value ? *value : Decimal(0, 0);
    };
    std::stable_sort(figures_.begin(), figures_.end(),
                     [&](const CarriedFigure& a, const CarriedFigure& b) {
                       const ReportClaim& x = a.claim;
                       const ReportClaim& y = b.claim;
                       const auto key = [](const CarriedFigure& f) {
                         return std::tie(f.claim.unit, f.claim.value,
                                         f.claim.published, f.article.path,
                                         f.article.id, f.claim.line,
                                         f.claim.column);
                       };
                       if (x.unit == y.unit && x.value != y.value) {
                         const Decimal one = number(x), other = number(y);
                         if (one < other || other < one) return one < other;
                       }
                       return key(a) < key(b);
                     });
    for (size_t i = 0; i < figures_.size(); ++i) {
      figures_[i].claim.id = fmt::format("c{}", i + 1);
    }
    return std::move(figures_);
  }

 private:
  Ledger& ledger_;
  std::set<std::tuple<std::string, std::string, std::string, uint32_t>> seen_;
  std::vector<CarriedFigure> figures_;
};

bool SaysTheSame(const Claim& claim, const ReportClaim& other) {
  const auto value = Decimal::Parse(other.value);
  if (value && claim.quantity.value) {
    return !(*value < *claim.quantity.value) &&
           !(*claim.quantity.value < *value) &&
           claim.quantity.unit.id == other.unit;
  }
  return ValueText(claim.quantity) == other.value &&
         ToString(claim.quantity.kind) == other.kind;
}

}  // namespace

FactName ReadFactName(const std::string& text) {
  size_t comma = text.rfind(',');
  size_t width = 1;
  const size_t arabic = text.rfind("\u060C");
  if (arabic != std::string::npos &&
      (comma == std::string::npos || arabic > comma)) {
    comma = arabic;
    width = 2;
  }
  if (comma == std::string::npos) return {Trimmed(text), ""};
  return {Trimmed(std::string_view(text).substr(0, comma)),
          Trimmed(std::string_view(text).substr(comma + width))};
}

absl::StatusOr<std::vector<CarriedFigure>> FindFiguresOf(
    Ledger& ledger, const FactName& fact, const std::optional<Decimal>& value) {
  const uint64_t subject = SubjectKey(fact.subject);
  const auto numbers = ledger.WithClaimKey(subject);
  if (!numbers.ok()) return numbers.status();
  Found found(ledger);
  const std::string metric = MetricWords(fact.metric);
  for (const ArticleNumber number : *numbers) {
    const auto done = found.Take(number, [&](const Claim& claim) {
      if (!IsSubject(claim, subject) || !IsMetric(claim, metric)) return false;
      return !value ||
             (claim.quantity.value && !(*value < *claim.quantity.value) &&
              !(*claim.quantity.value < *value));
    });
    if (!done.ok()) return done;
  }
  return std::move(found).InOrder();
}

absl::StatusOr<std::vector<CarriedFigure>> FindFiguresOf(
    Ledger& ledger, const Pipeline& keeps_agreeing, const Report& run,
    const Finding& finding) {
  Found found(ledger);
  std::set<std::string> documents;
  for (const uint32_t c : finding.claims) {
    const ReportClaim& claim = run.claims[c];
    for (const ReportArticle& article : run.articles) {
      if (article.id != claim.article) continue;
      documents.insert(DocumentId(article));
      documents.insert(article.path);
    }
    if (claim.subject.empty()) continue;
    const uint64_t subject = SubjectKey(claim.subject);
    const auto numbers = ledger.WithClaimKey(subject);
    if (!numbers.ok()) return numbers.status();
    for (const ArticleNumber number : *numbers) {
      const auto done = found.Take(number, [&](const Claim& other) {
        return IsSubject(other, subject) && SaysTheSame(other, claim) &&
               (!other.metric_known || !claim.metric_known ||
                other.metric == claim.metric);
      });
      if (!done.ok()) return done;
    }
  }
  // The fact as linking sees it, from each of its articles that is archived.
  for (const std::string& document : documents) {
    const auto stored = ledger.FindDocument(document);
    if (!stored.ok()) return stored.status();
    if (!*stored || !(*stored)->is_current) continue;
    TextPool pool;
    auto reading = ledger.Load((*stored)->number, pool);
    if (!reading.ok()) return reading.status();
    const std::string id = reading->article.id;
    std::vector<ArticleReading> alone;
    alone.push_back(*std::move(reading));
    const auto report = CheckAgainstLedger(
        keeps_agreeing, ledger, std::move(alone), {(*stored)->number});
    if (!report.ok()) return report.status();
    std::map<std::string, const ReportArticle*> articles;
    for (const ReportArticle& article : report->articles) {
      articles.emplace(article.id, &article);
    }
    for (const Finding& group : report->findings) {
      const auto is_of = [&](uint32_t member) {
        const ReportClaim& mine = report->claims[member];
        return mine.article == id &&
               std::any_of(finding.claims.begin(), finding.claims.end(),
                           [&](uint32_t c) {
                             const ReportClaim& claim = run.claims[c];
                             return claim.sentence == mine.sentence &&
                                    claim.quote == mine.quote;
                           });
      };
      if (std::none_of(group.claims.begin(), group.claims.end(), is_of)) {
        continue;
      }
      for (const uint32_t member : group.claims) {
        const ReportClaim& claim = report->claims[member];
        found.Add(*articles.at(claim.article), claim);
      }
    }
  }
  return std::move(found).InOrder();
}

std::string ToText(const std::vector<CarriedFigure>& figures, bool by_date) {
  std::vector<const CarriedFigure*> order;
  for (const CarriedFigure& figure : figures) order.push_back(&figure);
  if (by_date) {
    std::stable_sort(order.begin(), order.end(),
                     [](const CarriedFigure* a, const CarriedFigure* b) {
                       return a->claim.published < b->claim.published;
                     });
  }
  const auto isolated = [](const std::string& text) {
    return "\u2068" + text + "\u2069";
  };
  std::string out, heading;
  std::set<std::string> articles;
  for (const CarriedFigure* figure : order) {
    const ReportClaim& claim = figure->claim;
    articles.insert(DocumentId(figure->article) + "\n" + figure->article.path);
    const std::string value =
        fmt::format("{}{}{}", claim.value.empty() ? claim.low : claim.value,
                    claim.unit.empty() ? "" : " ", claim.unit);
    if (!by_date && value != heading) {
      out += value + "\n";
      heading = value;
    }
    out += fmt::format(
        "  {:10}  {}{}:{}:{}  {}  {}{}{}\n",
        claim.published.empty() ? "undated" : claim.published,
        by_date ? value + "  " : "", figure->article.path, claim.line,
        claim.column, claim.language, isolated(claim.quote),
        claim.outlet.empty() ? "" : "  " + isolated(claim.outlet),
        figure->article.url.empty() ? "" : "  " + figure->article.url);
  }
  out += fmt::format("{} figure{} in {} article{}\n", figures.size(),
                     figures.size() == 1 ? "" : "s", articles.size(),
                     articles.size() == 1 ? "" : "s");
  return out;
}

std::string ToJson(const std::vector<CarriedFigure>& figures, bool lines) {
  std::string out = lines ? "" : "[\n";
  for (size_t i = 0; i < figures.size(); ++i) {
    const CarriedFigure& figure = figures[i];
    JsonWriter json;
    json.BeginObject()
        .Member("path", figure.article.path)
        .Member("url", figure.article.url)
        .Member("title", figure.article.title)
        .EndObject();
    const std::string place = json.Take();
    std::string claim = ClaimToJson(figure.claim);
    claim.insert(claim.size() - 1, ", " + place.substr(1, place.size() - 2));
    out += claim;
    out += lines || i + 1 == figures.size() ? "\n" : ",\n";
  }
  return lines ? out : out + "]\n";
}

}  // namespace crosscheck
