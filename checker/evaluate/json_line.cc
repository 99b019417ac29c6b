#include "checker/evaluate/json_line.h"

#include <fmt/format.h>

namespace crosscheck {

std::string JsonText(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
          out += c;
        }
    }
  }
  return out + "\"";
}

std::string JsonList(const std::vector<std::string>& elements) {
  return fmt::format("[{}]", fmt::join(elements, ","));
}

std::string JsonTexts(const std::vector<std::string>& texts) {
  std::vector<std::string> elements;
  for (const std::string& text : texts) elements.push_back(JsonText(text));
  return JsonList(elements);
}

void JsonObject::Key(std::string_view key) {
  if (body_.size() > 1) body_ += ",";
  body_ += JsonText(key) + ":";
}

JsonObject& JsonObject::Text(std::string_view key, std::string_view value) {
  return Raw(key, JsonText(value));
}

JsonObject& JsonObject::TextIfAny(std::string_view key,
                                  std::string_view value) {
  return value.empty() ? *this : Text(key, value);
}

JsonObject& JsonObject::Number(std::string_view key, int64_t value) {
  return Raw(key, std::to_string(value));
}

JsonObject& JsonObject::Flag(std::string_view key, bool value) {
  return Raw(key, value ? "true" : "false");
}

JsonObject& JsonObject::Raw(std::string_view key, std::string_view json) {
  Key(key);
  body_ += json;
  return *this;
}

std::string ShowFigure(const ReportClaim& claim) {
  JsonObject out;
  out.Text("quote", claim.quote)
      .Text("kind", claim.kind)
      .Text("value", claim.value)
      .Text("unit", claim.unit)
      .Text("modality", claim.modality)
      .Raw("range", JsonTexts({claim.low, claim.high}));
  if (claim.unit_candidates.size() > 1) {
    out.Raw("unit_candidates", JsonTexts(claim.unit_candidates));
  }
  out.TextIfAny("subject", claim.subject).TextIfAny("metric", claim.metric);
  if (!claim.qualifiers.empty()) {
    out.Raw("qualifiers", JsonTexts(claim.qualifiers));
  }
  if (claim.when_basis == "written") {
    out.Text("when", claim.when_first + "/" + claim.when_last);
  }
  out.TextIfAny("speaker", claim.speaker);
  if (claim.planned) out.Flag("planned", true);
  if (claim.negated) out.Flag("negated", true);
  return out.TextIfAny("doubt", claim.doubt).Take();
}

}  // namespace crosscheck
