#include "plugin/diagnose.h"

using namespace clang;

namespace vt {

namespace {

/* The vendor's -Werror is about the vendor's own warnings: while one of these lives, it is off. */
class OwnRules {
  public:
    explicit OwnRules(DiagnosticsEngine &engine)
        : engine_(engine), warnings_as_errors_(engine.getWarningsAsErrors()) {
        engine_.setWarningsAsErrors(false);
    }
    ~OwnRules() {
        engine_.setWarningsAsErrors(warnings_as_errors_);
    }

  private:
    DiagnosticsEngine &engine_;
    bool warnings_as_errors_;
};

} // namespace

static SourceLocation place_of(Sources &sources, const vt_step &step) {
    return sources.locate(step.file, step.line, step.column);
}

void show_finding(DiagnosticsEngine &engine, Sources &sources, const vt_options &options,
                  const vt_finding &finding) {
    bool fails = options.fail != VT_LEVEL_NONE && finding.level >= options.fail;
    bool shown =
        options.warn && finding.level >= VT_LEVEL_WARNING && !engine.getIgnoreAllWarnings();
    if ((!fails && !shown) || finding.nsteps == 0)
        return;
    OwnRules own(engine);
    unsigned warning = engine.getCustomDiagID(DiagnosticsEngine::Warning, "%0 [vitrine: %1]");
    unsigned error = engine.getCustomDiagID(DiagnosticsEngine::Error, "%0 [vitrine: %1]");
    unsigned note = engine.getCustomDiagID(DiagnosticsEngine::Note, "%0");
    const vt_step &last = finding.steps[finding.nsteps - 1];
    engine.Report(place_of(sources, last), fails ? error : warning)
        << finding.message << finding.rule->id;
    for (size_t i = 0; i < finding.nsteps; i++)
        engine.Report(place_of(sources, finding.steps[i]), note) << finding.steps[i].text;
}

void show_trouble(DiagnosticsEngine &engine, llvm::StringRef text) {
    if (engine.getIgnoreAllWarnings())
        return;
    OwnRules own(engine);
    engine.Report(engine.getCustomDiagID(DiagnosticsEngine::Warning, "vitrine: %0")) << text;
}

void show_remark(DiagnosticsEngine &engine, llvm::StringRef text) {
    if (!engine.getIgnoreAllWarnings())
        engine.Report(engine.getCustomDiagID(DiagnosticsEngine::Remark, "vitrine: %0")) << text;
}

void show_answer(DiagnosticsEngine &engine, Sources &sources, const vt_probe_place &place,
                 llvm::StringRef text) {
    engine.Report(sources.locate(place.file, place.line, place.column),
                  engine.getCustomDiagID(DiagnosticsEngine::Remark, "%0"))
        << text;
}

void show_error(DiagnosticsEngine &engine, llvm::StringRef text) {
    engine.Report(engine.getCustomDiagID(DiagnosticsEngine::Error, "vitrine: %0")) << text;
}

} // namespace vt
