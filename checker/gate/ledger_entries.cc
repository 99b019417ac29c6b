#include "checker/gate/ledger_entries.h"

#include <fmt/format.h>

#include "checker/ledger/claim_keys.h"

namespace crosscheck {
namespace {

void AddKeys(const Accepted& entry, std::set<uint64_t>& keys) {
  if (!entry.fingerprint.empty()) {
    keys.insert(TextKey("fingerprint", entry.fingerprint));
  }
  if (!entry.subject.empty() && !entry.metric.empty()) {
    keys.insert(TextKey("fact", fmt::format("{}\n{}\n{}", entry.rule,
                                            entry.subject, entry.metric)));
  }
  for (const AcceptedClaim& claim : entry.claims) {
    keys.insert(TextKey("sentence", claim.sentence));
    keys.insert(TextKey("document", claim.document));
  }
}

std::vector<uint64_t> Listed(const std::set<uint64_t>& keys) {
  return {keys.begin(), keys.end()};
}

absl::StatusOr<std::vector<Accepted>> Read(
    const Ledger& ledger, const std::vector<std::string>& lines) {
  std::vector<Accepted> out;
  for (const std::string& line : lines) {
    auto entries = ReadAccepted(line, ledger.path());
    if (!entries.ok()) return entries.status();
    for (Accepted& entry : *entries) {
      entry.where = ledger.path();  // a row has no line
      out.push_back(std::move(entry));
    }
  }
  return out;
}

}  // namespace

absl::Status AddEntry(Ledger& ledger, const Accepted& entry) {
  std::set<uint64_t> keys;
  AddKeys(entry, keys);
  const std::vector<uint64_t> listed = Listed(keys);
  const auto lines = ledger.FindingsWith(listed);
  if (!lines.ok()) return lines.status();
  for (const std::string& line : *lines) {
    const auto old = ReadAccepted(line, ledger.path());
    if (!old.ok() || old->size() != 1) continue;
    const Accepted& other = (*old)[0];
    Accepted same = entry;
    // Sentences are kept with false positives only, and do not count here.
    if (other.rule != entry.rule || other.fingerprint != entry.fingerprint ||
        other.claims.size() != entry.claims.size()) {
      continue;
    }
    for (size_t i = 0; i < same.claims.size(); ++i) {
      same.claims[i].text = other.claims[i].text;
      same.claims[i].language = other.claims[i].language;
      same.claims[i].published = other.claims[i].published;
    }
    if (same.claims != other.claims) continue;
    if (const auto gone = ledger.RemoveFinding(line); !gone.ok()) {
      return gone.status();
    }
  }
  return ledger.AddFinding(entry.state, entry.rule, ToLine(entry), listed);
}

absl::StatusOr<std::vector<Accepted>> EntriesFor(
    Ledger& ledger, const Report& report,
    const std::set<std::string>& documents) {
  std::set<uint64_t> keys;
  const AcceptedMaker maker(report);
  for (const Finding& finding : report.findings) {
    if (finding.level == Level::kNone) continue;
    Accepted entry = maker.Make(finding);
    entry.fingerprint = finding.fingerprint;
    AddKeys(entry, keys);
  }
  for (const std::string& document : documents) {
    keys.insert(TextKey("document", document));
  }
  const auto lines = ledger.FindingsWith(Listed(keys));
  if (!lines.ok()) return lines.status();
  return Read(ledger, *lines);
}

absl::StatusOr<std::vector<Accepted>> AllEntries(Ledger& ledger) {
  const auto lines = ledger.AllFindings();
  if (!lines.ok()) return lines.status();
  return Read(ledger, *lines);
}

}  // namespace crosscheck
