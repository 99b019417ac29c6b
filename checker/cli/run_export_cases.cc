#include <fmt/format.h>

#include <map>

#include "checker/cli/acceptance.h"
#include "checker/cli/archive.h"
#include "checker/cli/commands.h"
#include "checker/cli/session.h"
#include "checker/gate/ledger_entries.h"
#include "reports/json/json_writer.h"

namespace crosscheck {
namespace {

// A pair of statements that were taken to clash and do not, in the form `eval
// pairs` reads.
std::string CaseOf(const Accepted& entry, const AcceptedClaim& a,
                   const AcceptedClaim& b, size_t number) {
  JsonWriter json;
  json.BeginObject()
      .Member("id", fmt::format("{}-{}", entry.state, number))
      .Member("suite", "dispositions")
      .Member("lang", a.language)
      .Member("a", a.text)
      .Member("b", b.text)
      .Member("label", "unrelated")
      .Member("published_a", a.published)
      .Member("published_b", b.published)
      .Member("rule", entry.rule)
      .Member("quote_a", a.quote)
      .Member("quote_b", b.quote)
      .Member("reason", entry.reason);
  return json.EndObject().Take();
}

}  // namespace

int RunExportCases(const Flags& flags) {
  Flags all = flags;
  all.baselines.insert(all.baselines.end(), flags.paths.begin(),
                       flags.paths.end());
  auto acceptance = ReadAcceptance(all, {});
  if (!acceptance.ok()) {
    Complain(std::string(acceptance.status().message()));
    return kExitFailed;
  }
  if (!flags.ledger.empty()) {
    auto ledger = OpenLedger(flags, {}, false, "", "crosscheck export-cases");
    if (!ledger.ok()) return Fail(ledger.status());
    auto entries = AllEntries(**ledger);
    if (!entries.ok()) return Fail(entries.status());
    std::move(entries->begin(), entries->end(),
              std::back_inserter(acceptance->entries));
    acceptance->names.push_back(flags.ledger);
  }
  if (acceptance->names.empty()) {
    Complain(
        "export-cases: nothing to export from; name dispositions files, or a "
        "ledger with --ledger");
    return kExitFailed;
  }
  std::string out;
  size_t number = 0, without_text = 0;
  for (const Accepted& entry : acceptance->entries) {
    if (entry.state.rfind("false-positive-", 0) != 0) continue;
    // The first claim of each value, set against those of the others.
    std::vector<const AcceptedClaim*> sides;
    for (const AcceptedClaim& claim : entry.claims) {
      bool is_new = !claim.text.empty();
      without_text += claim.text.empty();
      for (const AcceptedClaim* side : sides) {
        is_new &= side->value != claim.value || side->unit != claim.unit;
      }
      if (is_new) sides.push_back(&claim);
    }
    for (size_t i = 0; i < sides.size(); ++i) {
      for (size_t j = i + 1; j < sides.size(); ++j) {
        out += CaseOf(entry, *sides[i], *sides[j], ++number) + "\n";
      }
    }
  }
  if (without_text > 0) {
    Complain(
        fmt::format("export-cases: {} claims have no text and are left "
                    "out; dismiss them again with this version",
                    without_text));
  }
  if (const auto done = WriteOutput(flags.output_file, out); !done.ok()) {
    Complain(std::string(done.message()));
    return kExitFailed;
  }
  return kExitClean;
}

}  // namespace crosscheck
