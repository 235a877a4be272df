/* See armed.h. */
#include "checkers/shared/trapdoor/armed.h"

#include "engine/base/arena.h"

enum { ABOUT = VT_TAG_LENGTH | VT_TAG_FIELD | VT_TAG_ASSUMED };

/* True if A and B of UNIT are in one line. */
static bool is_one_line(const struct vt_unit *unit, uint32_t a, uint32_t b) {
    return a != VT_NONE && b != VT_NONE && unit->locations[a].file == unit->locations[b].file &&
           unit->locations[a].line == unit->locations[b].line;
}

/* Comparisons whose outcome is stored in a field so that a condition holds. */
struct found {
    struct vt_condition_ref condition; /* the last of them */
    unsigned count;
};

/* Adds to FOUND what a condition in the line of setting SETTING of FUNCTION says. */
static void add_comparison(struct vt_program *program, uint32_t function, uint32_t setting,
                           struct found *found) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, function, &unit);
    const struct vt_setting *set = &facts->settings[setting];
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, set->guards, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        struct vt_condition_ref condition = {function, guard->predicate, guard->holds, true};
        if (!guard->always ||
            !is_one_line(unit, facts->predicates[guard->predicate].location, set->location))
            continue;
        if (found->count && found->condition.function == function &&
            found->condition.predicate == guard->predicate)
            continue;
        *found = (struct found){condition, found->count + 1};
    }
}

/* Adds those that the NSTEPS STEPS of a way to CONDITION lead through. */
static void look_along(struct vt_program *program, struct vt_condition_ref condition,
                       const struct vt_flow_step *steps, size_t nsteps, struct found *found) {
    for (size_t k = 0; k < nsteps; k++) {
        const struct vt_function *facts = vt_program_function(program, steps[k].function, NULL);
        for (uint32_t s = 0; steps[k].tags & VT_TAG_COMPARED && s < facts->nsettings; s++)
            if (facts->settings[s].type &&
                !vt_condition_excludes(program, condition, facts->settings[s].number) &&
                is_one_line(steps[k].unit, facts->settings[s].location, steps[k].location))
                add_comparison(program, steps[k].function, s, found);
    }
}

bool vt_armed_by(struct vt_program *program, struct vt_condition_ref condition,
                 struct vt_condition_ref *before) {
    const struct vt_predicate *predicate =
        &vt_program_function(program, condition.function, NULL)->predicates[condition.predicate];
    struct found found = {.count = 0};
    size_t count = 0, nsteps;
    if (!predicate->has_number || predicate->mask || !predicate->size)
        return false;
    const struct vt_trace *trace = vt_trace_subject(program, condition.function,
                                                    condition.predicate, 0, ABOUT | VT_AVOID_BLUR);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    struct vt_arena *scratch = vt_arena_new();
    for (size_t i = 0; i < count && found.count < 2; i++) {
        if (!(sources[i].tags & VT_TAG_COMPARED))
            continue;
        const struct vt_flow_step *steps = vt_trace_steps(trace, &sources[i], scratch, &nsteps);
        look_along(program, condition, steps, nsteps, &found);
    }
    vt_arena_free(scratch);
    *before = found.condition;
    return found.count == 1;
}
