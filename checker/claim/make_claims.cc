#include "checker/claim/make_claims.h"

#include <algorithm>
#include <optional>
#include <span>
#include <unordered_set>

#include "checker/claim/concepts.h"
#include "checker/claim/facets.h"
#include "checker/claim/features.h"
#include "checker/claim/markers.h"
#include "checker/claim/metrics.h"
#include "checker/claim/prefixes.h"
#include "checker/claim/profile.h"
#include "checker/claim/sentence_view.h"
#include "checker/claim/sounds.h"
#include "checker/claim/speaker.h"
#include "checker/claim/stemmer_pool.h"
#include "checker/claim/subject.h"

namespace crosscheck {
namespace {

// Beyond these a mention is not taken to speak of the figure.
constexpr int kMarkerReach = 10;
constexpr int kPartReach = 3;
constexpr int kTimeReach = 24;
constexpr int kVariesReach = 6;
// Below it a number beside "profit" is hardly the profit.
const Decimal kLeastBareMoney(1, 4);

}  // namespace

struct ClaimMaker::Tables {
  explicit Tables(const Rulebook& book)
      : rules(book),
        concepts(book),
        markers(book),
        sounds(book),
        metrics(book),
        prefixes(PrefixesByLanguage(book)) {}
  const Rulebook& rules;
  Concepts concepts;
  Markers markers;
  Sounds sounds;
  MetricTable metrics;
  std::vector<std::vector<Prefix>> prefixes;  // by language
  std::vector<Prefix> no_prefixes;
  mutable StemmerPool stemmers;
};

namespace {

class ArticleReader {
 public:
  ArticleReader(const Rulebook& rules, const Concepts& concepts,
                const Markers& markers, const Sounds& sounds,
                const MetricTable& metrics, const std::vector<Prefix>& prefixes,
                const Stemmer& stemmer, const Article& article,
                const Document& document, const QuantityReading& figures,
                uint32_t article_index, ClaimUse use)
      : rules_(rules),
        concepts_(concepts),
        metrics_(metrics),
        article_(article),
        document_(document),
        figures_(figures),
        article_index_(article_index),
        use_(use),
        currency_(OneCurrency(figures)),
        facets_(rules, concepts, document),
        subjects_(rules, article, document),
        features_(document),
        reader_(rules, concepts, markers, sounds, prefixes, stemmer, article,
                document, figures, /*to_link=*/use == ClaimUse::kLink) {}

  // What all amounts of money of the article are in; none where they differ.
  static std::optional<Unit> OneCurrency(const QuantityReading& figures) {
    std::optional<Unit> out;
    for (const Quantity& figure : figures.quantities) {
      if (figure.kind != QuantityKind::kMoney) continue;
      if (out && *out != figure.unit) return std::nullopt;
      out = figure.unit;
    }
    return out;
  }

  ArticleClaims Run() {
    ArticleClaims out;
    views_.resize(document_.sentences.size());
    has_view_.resize(document_.sentences.size());
    metric_of_figure_.resize(figures_.quantities.size());
    out.claims.reserve(figures_.quantities.size());
    for (uint32_t q = 0; q < figures_.quantities.size(); ++q) {
      out.claims.push_back(MakeClaim(q));
    }
    if (use_ == ClaimUse::kShow) return out;
    MarkLeading(out.claims);
    // The opening of the article is read whether it holds figures or not.
    for (uint32_t s = 0; s < document_.sentences.size() && s < 4; ++s) View(s);
    ProfileMaker profile(document_);
    for (uint32_t s = 0; s < document_.sentences.size(); ++s) {
      if (!has_view_[s]) continue;
      profile.Add(views_[s]);
    }
    out.profile = profile.Finish();
    return out;
  }

 private:
  const SentenceView& View(uint32_t sentence) {
    if (!has_view_[sentence]) {
      views_[sentence] = reader_.Read(sentence);
      has_view_[sentence] = true;
    }
    return views_[sentence];
  }

  Claim MakeClaim(uint32_t q) {
    const Quantity& figure = figures_.quantities[q];
    Claim claim;
    claim.article = article_index_;
    claim.quantity = figure;
    claim.sentence = SentenceOf(document_, figure.first_token);
    const Sentence& sentence = document_.sentences[claim.sentence];
    claim.sentence_span = sentence.raw;
    if (figure.noun_first_token < figure.noun_limit_token) {
      claim.counted = {document_.tokens[figure.noun_first_token].raw.begin,
                       document_.tokens[figure.noun_limit_token - 1].raw.end};
    }
    claim.in_title = sentence.is_title;
    claim.in_lede = !sentence.is_title && claim.sentence <= 1;
    const SentenceView& view = View(claim.sentence);
    metric_of_ = nullptr;
    facets_.ReadNoun(view, claim);
    facets_.ReadFacets(view, claim);
    if (IsBareMoney(claim)) {
      claim.quantity.kind = QuantityKind::kMoney;
      claim.quantity.unit = *currency_;
    }
    facets_.ReadNounOfFacets(claim);
    ReadMarkers(view, claim);
    claim.speaker = FindSpeaker(rules_, article_, document_, sentence, view,
                                reader_, figure);
    ReadTime(sentence, view, claim);
    ReadMetric(view, figure, claim);
    ReadVaries(view, claim);
    const SubjectReader::Known subject = subjects_.Read(
        view,
        [this](uint32_t other) -> const SentenceView& { return View(other); },
        claim);
    claim.metric_single &= IsOfItsSubject(claim, subject);
    if (use_ == ClaimUse::kLink) ReadFeatures(sentence, claim);
    return claim;
  }

  // Can the subject have the one date of such a metric? "Monday" is when
  // somebody spoke of it; a person was not founded.
  bool IsOfItsSubject(const Claim& claim,
                      const SubjectReader::Known& subject) const {
    const Quantity& figure = claim.quantity;
    if (figure.kind != QuantityKind::kDate) return true;
    if (figure.relative && figure.granularity <= Granularity::kWeek) {
      return false;
    }
    if (subject.doubtful) return false;
    return subject.type.empty() || metric_of_ == nullptr ||
           metric_of_->empty() ||
           std::find(metric_of_->begin(), metric_of_->end(), subject.type) !=
               metric_of_->end();
  }

  // "Profit of 1.9 million", the headline of an article whose amounts are all
  // in one currency: in that.
  bool IsBareMoney(const Claim& claim) const {
    const Quantity& figure = claim.quantity;
    return figure.kind == QuantityKind::kCount && currency_ &&
           claim.noun_key == 0 && figure.unit.id.empty() && figure.value &&
           *figure.value >= kLeastBareMoney &&
           std::any_of(claim.facets.begin(), claim.facets.end(),
                       [&](const Facet& facet) {
                         const Concept* idea = concepts_.Find(facet.value);
                         return facet.near == Nearness::kClause &&
                                idea != nullptr && idea->counts == "money";
                       });
  }

  void ReadMarkers(const SentenceView& view, Claim& claim) {
    for (const Mention& mention : view.mentions) {
      if (mention.kind == Mention::kPart) {
        claim.part |= view.Distance(mention, claim.quantity) <= kPartReach;
        continue;
      }
      if (mention.kind == Mention::kNow) {
        claim.varies |= MayMove(claim.quantity) &&
                        view.Distance(mention, claim.quantity) <= kVariesReach;
        continue;
      }
      if (mention.kind != Mention::kNegation &&
          mention.kind != Mention::kHypothetical &&
          mention.kind != Mention::kPlanned) {
        continue;
      }
      // Such words stand before what they govern, in its clause.
      if (mention.first > claim.quantity.first_token) continue;
      if (view.Barriers(mention, claim.quantity) > 0) continue;
      if (view.Distance(mention, claim.quantity) > kMarkerReach) continue;
      if (mention.kind == Mention::kNegation) claim.negated = true;
      if (mention.kind == Mention::kHypothetical) claim.hypothetical = true;
      if (mention.kind == Mention::kPlanned) claim.planned = true;
    }
  }

  // Figures stand in reading order: those of a sentence are in a row.
  std::span<const Quantity> FiguresOf(const Sentence& sentence) const {
    const auto& all = figures_.quantities;
    const auto first =
        std::lower_bound(all.begin(), all.end(), sentence.first_token,
                         [](const Quantity& q, uint32_t token) {
                           return q.first_token < token;
                         });
    auto limit = first;
    while (limit != all.end() && limit->limit_token <= sentence.limit_token) {
      ++limit;
    }
    return {first, limit};
  }

  // The known metric of a figure of figures_, whose sentence `view` is. Looked
  // up once: the other figures of the sentence ask for that of a date.
  const std::optional<MetricTable::Match>& MetricOf(const SentenceView& view,
                                                    const Quantity& figure) {
    auto& known = metric_of_figure_[&figure - figures_.quantities.data()];
    if (!known) {
      // "Monday's blaze hurt people born in Lorne": a day of what is its own.
      known = figure.kind == QuantityKind::kDate &&
                      IsPossessive(document_, figure.limit_token - 1)
                  ? std::nullopt
                  : metrics_.Find(view, figure, document_.language_index);
    }
    return *known;
  }

  // Is the date what another measure is about? "Born in 1943, he wrote 14
  // novels": they are not of 1943.
  bool IsSpokenFor(const SentenceView& view, const Quantity& date) {
    const auto& match = MetricOf(view, date);
    return match && match->limits->once;
  }

  // "640 million against 598 million in the same quarter of last year": last
  // year is that of what it is held against.
  bool IsOfCompared(const SentenceView& view, const Sentence& sentence,
                    const Quantity& date, const Quantity& figure) const {
    for (const Mention& mention : view.mentions) {
      if (mention.kind != Mention::kCompared ||
          mention.limit > date.first_token ||
          mention.first < figure.limit_token) {
        continue;
      }
      for (const Quantity& other : FiguresOf(sentence)) {
        if (other.kind == figure.kind && other.first_token >= mention.limit &&
            other.limit_token <= date.first_token) {
          return true;
        }
      }
    }
    return false;
  }

  // "Since 2007" lasts until the article is published.
  DayRange UpToNow(const Quantity& date) const {
    DayRange days = date.days;
    const bool open = date.modality == Modality::kAtLeast;
    if (open && article_.published && article_.published->days.last &&
        *days.last < *article_.published->days.last) {
      days.last = article_.published->days.last;
    }
    return days;
  }

  void ReadTime(const Sentence& sentence, const SentenceView& view,
                Claim& claim) {
    const Quantity& figure = claim.quantity;
    if (figure.kind == QuantityKind::kDate && IsBounded(figure.days)) {
      claim.when = {figure.days, TimeBasis::kWritten, figure.granularity};
      return;
    }
    int best = kTimeReach + 1;
    for (const Quantity& other : FiguresOf(sentence)) {
      if (other.kind != QuantityKind::kDate || !IsBounded(other.days)) continue;
      // Other figures between do not part a time from what it dates.
      const int distance =
          other.limit_token <= figure.first_token
              ? static_cast<int>(figure.first_token - other.limit_token)
              : static_cast<int>(other.first_token) -
                    static_cast<int>(figure.limit_token);
      const int cost =
          std::abs(distance) +
          4 * view.Barriers(other.first_token, other.limit_token,
                            figure.first_token, figure.limit_token);
      if (cost >= best || IsSpokenFor(view, other) ||
          IsOfCompared(view, sentence, other, figure)) {
        continue;
      }
      best = cost;
      claim.when = {UpToNow(other), TimeBasis::kWritten, other.granularity};
    }
    if (best > kTimeReach && article_.published) {
      claim.when = {article_.published->days, TimeBasis::kPublication,
                    article_.published->granularity};
    }
  }

  // Is what the claim counts known, and nothing of the kind named?
  static bool CountsOther(const Claim& claim, std::string_view kind) {
    const uint64_t key = ConceptKey(kind);
    return claim.noun_is_concept && claim.noun_key != key &&
           std::find(claim.noun_broader.begin(), claim.noun_broader.end(),
                     key) == claim.noun_broader.end();
  }

  // Nobody's age and no date moves within a story.
  static bool MayMove(const Quantity& figure) {
    return figure.kind != QuantityKind::kAge &&
           figure.kind != QuantityKind::kDate;
  }

  void ReadVaries(const SentenceView& view, Claim& claim) {
    if (claim.metric_known) return;  // its rule has said so
    if (!MayMove(claim.quantity)) return;
    // What rose or fell to a figure has moved, and will again.
    if (claim.quantity.change == ChangeRole::kTo &&
        claim.quantity.direction != Direction::kNone) {
      claim.varies = true;
      return;
    }
    const bool measured = claim.quantity.kind == QuantityKind::kQuantity;
    for (const Mention& mention : view.mentions) {
      if (mention.kind != Mention::kConcept || mention.idea == nullptr) {
        continue;
      }
      const Concept& widest = concepts_.InGroup(*mention.idea);
      const uint32_t kinds = mention.idea->varies | widest.varies;
      if ((kinds & KindBit(claim.quantity.kind)) == 0) continue;
      // The storeys of a house somebody was killed in stay.
      if (!widest.counts.empty() && CountsOther(claim, widest.counts)) continue;
      const bool is_facet = std::any_of(
          claim.facets.begin(), claim.facets.end(), [&](const Facet& facet) {
            return (measured || claim.part ||
                    facet.near == Nearness::kClause) &&
                   facet.value == widest.name;
          });
      if (is_facet || view.Distance(mention, claim.quantity) <= kVariesReach) {
        claim.varies = true;
        return;
      }
    }
  }

  void ReadMetric(const SentenceView& view, const Quantity& figure,
                  Claim& claim) {
    if (const auto& match = MetricOf(view, figure)) {
      claim.metric = match->metric;
      claim.metric_known = true;
      claim.metric_rule = match->rule;
      claim.varies |= match->limits->varies;
      claim.metric_single = match->limits->single;
      metric_of_ = &match->limits->of;
      return;
    }
    // Open: said by its facets and noun, for people to read.
    for (const Facet& facet : claim.facets) {
      if (facet.stated_scope) continue;
      if (!claim.metric.empty()) claim.metric += ' ';
      claim.metric += facet.value;
    }
    if (!claim.noun.empty() &&
        claim.metric.find(claim.noun) == std::string::npos) {
      if (!claim.metric.empty()) claim.metric += " of ";
      claim.metric += claim.noun;
    }
  }

  void ReadFeatures(const Sentence& sentence, Claim& claim) {
    features_.Add(View(claim.sentence), &claim.quantity);
    features_.AddFigures(FiguresOf(sentence), claim.quantity);
    if (claim.sentence > 0) {
      const uint32_t s = claim.sentence - 1;
      if (document_.sentences[s].paragraph == sentence.paragraph ||
          document_.sentences[s].is_heading) {
        features_.Add(View(s), nullptr);
      }
    }
    claim.features = features_.Take();
  }

  // Marks the first claim of each kind, noun and set of facets.
  static void MarkLeading(std::vector<Claim>& claims) {
    std::unordered_set<std::string> seen;
    std::string key;
    for (Claim& claim : claims) {
      key = ToString(claim.quantity.kind);
      key += '|';
      key += claim.quantity.unit.quantity;
      key += claim.noun;
      for (const Facet& facet : claim.facets) {
        if (facet.near != Nearness::kClause) continue;
        key += '|';
        key += facet.value;
      }
      claim.leads = seen.insert(key).second;
    }
  }

  const Rulebook& rules_;
  const Concepts& concepts_;
  const MetricTable& metrics_;
  const Article& article_;
  const Document& document_;
  const QuantityReading& figures_;
  const uint32_t article_index_;
  const ClaimUse use_;
  const std::optional<Unit> currency_;
  const FacetReader facets_;
  const SubjectReader subjects_;
  Features features_;
  SentenceReader reader_;
  // Of the claim being made.
  const std::vector<std::string_view>* metric_of_ = nullptr;
  // Of each figure, as far as it was looked up.
  std::vector<std::optional<std::optional<MetricTable::Match>>>
      metric_of_figure_;
  std::vector<SentenceView> views_;
  std::vector<bool> has_view_;
};

}  // namespace

ClaimMaker::ClaimMaker(const Rulebook& rules)
    : tables_(std::make_unique<Tables>(rules)) {}
ClaimMaker::~ClaimMaker() = default;

ArticleClaims ClaimMaker::Make(const Article& article, const Document& document,
                               const QuantityReading& figures,
                               uint32_t article_index, ClaimUse use) const {
  const Tables& tables = *tables_;
  const auto& prefixes = document.language_index < tables.prefixes.size()
                             ? tables.prefixes[document.language_index]
                             : tables.no_prefixes;
  auto lent = tables.stemmers.Take(document.language);
  ArticleClaims made =
      ArticleReader(tables.rules, tables.concepts, tables.markers,
                    tables.sounds, tables.metrics, prefixes, *lent.stemmer,
                    article, document, figures, article_index, use)
          .Run();
  tables.stemmers.GiveBack(std::move(lent));
  return made;
}

}  // namespace crosscheck
