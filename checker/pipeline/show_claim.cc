#include "checker/pipeline/show_claim.h"

#include <string>
#include <utility>

namespace crosscheck {

ReportArticle ShowArticle(const Article& article) {
  ReportArticle out;
  out.id = article.id;
  out.path = article.path;
  out.outlet = article.outlet;
  out.url = article.url;
  out.language = article.language;
  out.published = article.published_text;
  out.title = article.title;
  out.record_line = article.record_line;
  return out;
}

ClaimPlace PlaceClaim(const SourceIndex& index, const Claim& claim) {
  const SourcePlace figure = index.Find(claim.quantity.span);
  const Span sentence = index.FindBytes(claim.sentence_span);
  ClaimPlace out;
  out.field = figure.field;
  out.begin_byte = figure.begin_byte;
  out.end_byte = figure.end_byte;
  out.line = figure.line;
  out.begin = figure.begin;
  out.end_line = figure.end_line;
  out.end = figure.end;
  out.sentence_begin_byte = sentence.begin;
  out.sentence_end_byte = sentence.end;
  return out;
}

ReportClaim ShowClaim(const ReportArticle& article, std::string_view text,
                      const ClaimPlace& place, const Claim& claim) {
  ClaimShower shower;
  return std::move(shower.Show(article, text, place, claim));
}

ReportClaim& ClaimShower::Show(const ReportArticle& article,
                               std::string_view text, const ClaimPlace& place,
                               const Claim& claim) {
  const Quantity& figure = claim.quantity;
  ReportClaim& out = shown_;
  out.article = article.id;
  out.outlet = article.outlet;
  out.published = article.published;
  out.language = article.language;
  out.field = place.field;
  out.begin_byte = place.begin_byte;
  out.end_byte = place.end_byte;
  out.line = place.line;
  out.column = place.begin.code_points;
  out.end_line = place.end_line;
  out.end_column = place.end.code_points;
  out.utf16_column = place.begin.utf16_units;
  out.utf16_end_column = place.end.utf16_units;
  out.byte_column = place.begin.bytes;
  out.byte_end_column = place.end.bytes;
  out.quote = Cut(text, figure.span);
  out.begin_in_text = figure.span.begin;
  out.end_in_text = figure.span.end;
  out.sentence = Cut(text, claim.sentence_span);
  out.sentence_begin_byte = place.sentence_begin_byte;
  out.sentence_end_byte = place.sentence_end_byte;
  out.quote_in_sentence = figure.span.begin > claim.sentence_span.begin
                              ? figure.span.begin - claim.sentence_span.begin
                              : 0;
  out.kind = ToString(figure.kind);
  out.value = ValueText(figure);
  out.low = figure.range.low ? figure.range.low->ToString() : std::string();
  out.high = figure.range.high ? figure.range.high->ToString() : std::string();
  if (figure.kind == QuantityKind::kDate) {
    if (figure.days.first) out.low = ToIsoDate(*figure.days.first);
    if (figure.days.last) out.high = ToIsoDate(*figure.days.last);
  }
  out.low_included = figure.range.low_included;
  out.high_included = figure.range.high_included;
  out.unit =
      figure.unit.dimension == Dimension::kCounted && claim.noun_is_concept
          ? claim.noun
          : figure.unit.id;
  out.unit_candidates = figure.unit.candidates;
  out.modality = ToString(figure.modality);
  out.subject = claim.subject;
  out.subject_surface = claim.subject_surface;
  out.metric = claim.metric;
  out.metric_known = claim.metric_known;
  out.qualifiers.resize(claim.facets.size());
  for (size_t i = 0; i < claim.facets.size(); ++i) {
    std::string& qualifier = out.qualifiers[i];
    qualifier = claim.facets[i].axis;
    qualifier += '=';
    qualifier += claim.facets[i].value;
  }
  const DayRange& when = claim.when.days;
  out.when_first = when.first ? ToIsoDate(*when.first) : std::string();
  out.when_last = when.last ? ToIsoDate(*when.last) : std::string();
  out.when_basis = claim.when.basis == TimeBasis::kWritten       ? "written"
                   : claim.when.basis == TimeBasis::kPublication ? "publication"
                                                                 : "unstated";
  out.speaker = claim.speaker;
  out.planned = claim.planned;
  out.negated = claim.negated;
  size_t rules = 0;
  out.rules.resize(figure.rules.size() + (claim.metric_rule.empty() ? 0 : 1) +
                   claim.facets.size());
  for (std::string_view rule : figure.rules) out.rules[rules++] = rule;
  if (!claim.metric_rule.empty()) out.rules[rules++] = claim.metric_rule;
  for (const Facet& facet : claim.facets) out.rules[rules++] = facet.rule;
  out.doubt = figure.doubt;
  return out;
}

}  // namespace crosscheck
