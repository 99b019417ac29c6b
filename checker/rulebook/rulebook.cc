#include "checker/rulebook/rulebook.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "checker/rulebook/blob_format.h"
#include "checker/rulebook/builtin.h"
#include "checker/rulebook/fold_lines.h"

namespace crosscheck {
namespace {

template <typename T>
std::span<const T> Section(std::string_view bytes, const BlobHeader& header,
                           BlobSection section) {
  const auto& place = header.sections[section];
  return {reinterpret_cast<const T*>(bytes.data() + place.begin),
          place.size / sizeof(T)};
}

std::vector<std::string_view> SplitLines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

absl::StatusOr<Rulebook> Rulebook::BuiltIn() {
  Rulebook rules;
  if (absl::Status status = rules.Map(BuiltInRuleBytes()); !status.ok()) {
    return status;
  }
  return rules;
}

absl::StatusOr<Rulebook> Rulebook::FromBytes(std::string bytes) {
  Rulebook rules;
  rules.owned_ = std::make_unique<std::string>(std::move(bytes));
  if (absl::Status status = rules.Map(*rules.owned_); !status.ok()) {
    return status;
  }
  return rules;
}

absl::Status Rulebook::Map(std::string_view bytes) {
  BlobHeader header;
  if (bytes.size() < sizeof(header)) {
    return absl::InternalError("compiled rules: too short; build again");
  }
  std::memcpy(&header, bytes.data(), sizeof(header));
  if (header.magic != kBlobMagic) {
    return absl::InternalError(
        "compiled rules: not of this version; build "
        "again");
  }
  for (const auto& place : header.sections) {
    if (place.begin > bytes.size() || place.size > bytes.size() - place.begin) {
      return absl::InternalError("compiled rules: cut short; build again");
    }
  }
  const auto texts = Section<char>(bytes, header, kBlobTexts);
  texts_ = {texts.data(), texts.size()};
  rules_ = Section<RuleRow>(bytes, header, kBlobRules);
  attributes_ = Section<AttributeRow>(bytes, header, kBlobAttributes);
  examples_ = Section<ExampleRow>(bytes, header, kBlobExamples);
  form_words_begin_ = Section<uint32_t>(bytes, header, kBlobFormWordsBegin);
  form_words_ = Section<uint32_t>(bytes, header, kBlobFormWords);
  const auto languages = Section<char>(bytes, header, kBlobLanguages);
  languages_ = SplitLines({languages.data(), languages.size()});
  lexicon_ = Lexicon(Section<Lexicon::Slot>(bytes, header, kBlobSlots), texts_,
                     Section<Lexicon::Edge>(bytes, header, kBlobEdges),
                     Section<uint32_t>(bytes, header, kBlobEntryBegin),
                     Section<LexiconEntry>(bytes, header, kBlobEntries),
                     Section<uint64_t>(bytes, header, kBlobFilter),
                     Section<Lexicon::Word>(bytes, header, kBlobWords),
                     Section<uint64_t>(bytes, header, kBlobNodesGoOn),
                     Section<uint64_t>(bytes, header, kBlobEdgeFilter));
  for (uint32_t r = 0; r < rules_.size(); ++r) {
    if (rules_[r].kind < kRuleKindCount) of_kind_[rules_[r].kind].push_back(r);
  }
  digest_ = fmt::format("{:016x}", header.digest);
  fold_ = std::make_unique<FoldTable>();
  for (uint32_t rule : OfKind(RuleKind::kFold)) {
    for (std::string_view line : List(rule, "pairs")) {
      if (const auto pair = ReadFoldPair(line)) {
        fold_->Set(pair->first, pair->second);
      }
    }
    for (std::string_view line : List(rule, "drop")) {
      if (const auto range = ReadFoldRange(line)) {
        for (char32_t c = range->first; c <= range->second; ++c) {
          fold_->Set(c, "");
        }
      }
    }
  }
  return absl::OkStatus();
}

std::string_view Rulebook::Attribute(uint32_t rule,
                                     std::string_view key) const {
  const RuleRow& row = rules_[rule];
  for (const AttributeRow& attribute :
       attributes_.subspan(row.first_attribute, row.attribute_count)) {
    if (Text(attribute.key) == key) return Text(attribute.value);
  }
  return {};
}

std::vector<std::pair<std::string_view, std::string_view>> Rulebook::Attributes(
    uint32_t rule) const {
  std::vector<std::pair<std::string_view, std::string_view>> all;
  const RuleRow& row = rules_[rule];
  for (const AttributeRow& attribute :
       attributes_.subspan(row.first_attribute, row.attribute_count)) {
    all.emplace_back(Text(attribute.key), Text(attribute.value));
  }
  return all;
}

std::vector<std::string_view> Rulebook::List(uint32_t rule,
                                             std::string_view key) const {
  return SplitLines(Attribute(rule, key));
}

std::vector<std::string_view> Rulebook::Forms(uint32_t rule) const {
  return List(rule, "forms");
}

std::optional<uint32_t> Rulebook::Find(std::string_view id) const {
  const auto at =
      std::lower_bound(rules_.begin(), rules_.end(), id,
                       [this](const RuleRow& row, std::string_view wanted) {
                         return Text(row.id) < wanted;
                       });
  if (at == rules_.end() || Text(at->id) != id) return std::nullopt;
  return static_cast<uint32_t>(at - rules_.begin());
}

std::optional<uint8_t> Rulebook::LanguageIndex(
    std::string_view language) const {
  const std::string_view primary = language.substr(0, language.find('-'));
  for (size_t i = 0; i < languages_.size(); ++i) {
    if (languages_[i] == primary) return static_cast<uint8_t>(i);
  }
  return std::nullopt;
}

std::vector<RuleExample> Rulebook::Examples() const {
  std::vector<RuleExample> all;
  all.reserve(examples_.size());
  for (const ExampleRow& row : examples_) {
    all.push_back({row.rule, row.negative != 0, Text(row.text), Text(row.reads),
                   Text(row.why), Text(row.language), Text(row.published)});
  }
  return all;
}

}  // namespace crosscheck
