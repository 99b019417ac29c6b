#include <fmt/format.h>

#include "checker/cli/archive.h"
#include "checker/cli/carried_figures.h"
#include "checker/cli/commands.h"
#include "checker/cli/session.h"

namespace crosscheck {

int RunOccurrences(const Flags& flags) {
  auto session = OpenSession(flags);
  if (!session.ok()) return Fail(session.status());
  auto ledger =
      OpenLedger(flags, session->config, false,
                 MadeWith(session->rules.digest()), "crosscheck occurrences");
  if (!ledger.ok()) return Fail(ledger.status());
  std::optional<Decimal> value;
  if (!flags.value.empty()) {
    value = Decimal::Parse(flags.value);
    if (!value) {
      return Fail(absl::InvalidArgumentError(fmt::format(
          "--value {}: no number; write digits such as 5600000", flags.value)));
    }
  }
  absl::StatusOr<std::vector<CarriedFigure>> figures;
  if (flags.run_file.empty()) {
    figures = FindFiguresOf(**ledger, ReadFactName(flags.target), value);
  } else {
    const auto run = ReadRun(flags.run_file);
    if (!run.ok()) return Fail(run.status());
    const Finding* finding = nullptr;
    for (const Finding& f : run->findings) {
      if (f.id == flags.target || f.fingerprint == flags.target) finding = &f;
    }
    if (finding == nullptr) {
      return Fail(absl::NotFoundError(
          fmt::format("{}: no such finding in {}; give an id (f1) or a "
                      "fingerprint",
                      flags.target, flags.run_file)));
    }
    PipelineOptions options = session->Options(flags);
    options.keep_agreeing = true;
    const Pipeline pipeline(session->rules, options);
    figures = FindFiguresOf(**ledger, pipeline, *run, *finding);
    if (figures.ok() && value) {
      std::erase_if(*figures, [&](const CarriedFigure& figure) {
        const auto own = Decimal::Parse(figure.claim.value);
        return !own || *own < *value || *value < *own;
      });
    }
  }
  if (!figures.ok()) return Fail(figures.status());
  const std::string text = flags.format == "json" || flags.format == "jsonl"
                               ? ToJson(*figures, flags.format == "jsonl")
                               : ToText(*figures, false);
  const auto done = WriteOutput(flags.output_file, text);
  return done.ok() ? kExitClean : Fail(done);
}

}  // namespace crosscheck
