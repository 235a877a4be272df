/* One entry a kind. Messages name what they are about first and count behind it: sentences that
 * have to agree with a number go wrong in one of two cases.
 */
#include "sarif/blind.h"

#include <assert.h>

static const struct vt_blind_text texts[VT_BLIND_COUNT] = {
    [VT_BLIND_ASM] =
        {"blind/asm", "InlineAssembly", "note",
         "Inline assembly is not looked into ({0}, count: {1}).",
         "Inline assembly is not looked into.",
         "What inline assembly does with its operands is not modelled: they count as mixed, and "
         "what it does beyond them is not seen.",
         "Read the assembly at the place that is named.", "place with inline assembly",
         "places with inline assembly"},
    [VT_BLIND_INDIRECT] =
        {"blind/indirect", "UnknownCallTarget", "note",
         "It is not known what an indirect call reaches ({0}, count: {1}).",
         "It is not known what an indirect call reaches.",
         "No function of the program was found whose address the pointer may hold, so what the "
         "call "
         "does is not part of the analysis.",
         "See what the pointer holds; compile the part that sets it with vitrine, too.",
         "indirect call without known target", "indirect calls without known target"},
    [VT_BLIND_UNMODELLED] =
        {"blind/unmodelled", "UnmodelledFunction", "note",
         "Nothing is known of the external function `{0}` (count: {1}).",
         "An external function has no model.",
         "The program calls a function that is defined outside it and that no model describes. "
         "Data "
         "is assumed to pass through it; effects it may have are not seen.",
         "Add a row for the function to a model file, or compile its library with vitrine.",
         "external function without model", "external functions without model"},
    [VT_BLIND_BUDGET] =
        {"blind/budget", "BudgetExhausted", "warning",
         "A budget ran out, so that the facts are incomplete ({0}, count: {1}).",
         "A budget ran out, so that the facts are incomplete.",
         "The analysis of one function or question is limited in time and memory. Past the limit "
         "nothing more is looked at.",
         "Raise the budget.", "budget that ran out", "budgets that ran out"},
    [VT_BLIND_SETJMP] =
        {"blind/setjmp", "NonLocalJump", "note",
         "Control that returns through setjmp is not followed ({0}, count: {1}).",
         "Control that returns through setjmp is not followed.",
         "What happens between setjmp and longjmp is looked at as if the jump did not take place.",
         "Read the function that is named.", "non-local jump", "non-local jumps"},
    [VT_BLIND_UNIT] =
        {"blind/unit", "MissingFacts", "error",
         "There are no readable facts of a unit of the program ({0}).",
         "There are no readable facts of a unit of the program.",
         "The unit is part of the program but was compiled without vitrine, or its facts were not "
         "found or cannot be read. Nothing in it was looked at.",
         "Compile the unit with vitrine and give its object to the report.", "unit without facts",
         "units without facts"},
    [VT_BLIND_NO_LOCATIONS] = {"blind/no-locations", "NoLocations", "note",
                               "The compile gave no source locations ({0}).",
                               "The compile gave no source locations.",
                               "Findings in the unit have no lines.",
                               "Compile with -g, or with -Rpass=vitrine on LLVM 14 to 16.",
                               "unit without source locations", "units without source locations"},
    [VT_BLIND_INTERNAL] =
        {"blind/internal", "AnalysisGaveUp", "warning",
         "The analysis gave up here ({0}, count: {1}).", "The analysis gave up at a place.",
         "vitrine met something it cannot deal with and left it out, rather than the whole unit.",
         "Report it to the authors of vitrine, with the source if you can.",
         "place where the analysis gave up", "places where the analysis gave up"},
    [VT_BLIND_GENERATED] =
        {"blind/generated", "GeneratedCode", "note",
         "Code that is made at run time is not looked at ({0}, count: {1}).",
         "Code that is made at run time is not looked at.",
         "The program makes memory executable. What it writes there and runs is no part of what "
         "was "
         "compiled, and nothing of it is seen.",
         "Read what is written to the memory, and where it comes from.",
         "place where memory becomes executable", "places where memory becomes executable"},
    [VT_BLIND_MODELS] =
        {"blind/models", "OtherModels", "warning",
         "The facts of a unit were made with other models than this report ({0}).",
         "The facts of a unit were made with other models than this report.",
         "What library functions do is told by models when a unit is compiled. Those of this unit "
         "are not the ones that the report has: what they say is not known here, and what only "
         "younger ones tell is missing.",
         "Compile the unit with the vitrine that makes the report, and give both the same models.",
         "unit made with other models", "units made with other models"},
};

const struct vt_blind_text *vt_blind_text(enum vt_blind_kind kind) {
    assert((unsigned)kind < VT_BLIND_COUNT && texts[kind].id);
    return &texts[kind];
}
