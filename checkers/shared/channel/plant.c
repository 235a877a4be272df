/* See plant.h. */
#include "checkers/shared/channel/plant.h"

#include <string.h>

#include "checkers/shared/channel/command.h"
#include "checkers/shared/channel/errand.h"
#include "checkers/shared/channel/intake.h"
#include "checkers/shared/choice.h"
#include "checkers/shared/trapdoor/mark.h"
#include "checkers/shared/trapdoor/word.h"
#include "engine/base/arena.h"

/* A shorter text is a separator or a line end; a shorter word is a command. */
enum { MIN_TEXT = 8, MIN_WORD = 8 };

struct target {
    const struct vt_trace *trace; /* of the path */
    const struct vt_source *name;
    const struct vt_plant_place *place;
    const char *what; /* the file's name, or the command that writes it */
    bool is_command;
};

/* True if NAME is a folder of libraries, and what is put there is none: another part of the path
 * says that it is a file of settings ("%s/%s.conf"). */
static bool is_setting(struct vt_program *program, const char *name, const char *class_name,
                       const struct vt_source *parts, size_t count) {
    const char *last = strrchr(name, '/');
    if (strcmp(class_name, "system.program.library") != 0 || !last || strchr(last, '.'))
        return false;
    for (size_t i = 0; i < count; i++)
        if (vt_program_fits(program, "file", vt_source_text(&parts[i]), "settings"))
            return true;
    return false;
}

/* What writes somewhere, and where the name of that is. */
struct way {
    const char *class_name;
    enum vt_role role;
    const char *field;
    const char *place; /* of all that is put there; NULL: the name tells */
};

static const struct way ways[] = {
    {"io.write", VT_ROLE_HANDLE, "path", NULL},
    {"host.change", VT_ROLE_PATH, NULL, NULL},
    {"host.start", VT_ROLE_PATH, NULL, "system.program.start"},
};

/* The class of the place whose name SOURCE is; NULL: none. A command with its options is none,
 * though it begins as a name. */
static const char *class_of(struct vt_program *program, const struct way *way,
                            const struct vt_source *source) {
    const char *name = vt_source_text(source);
    const struct vt_pattern *pattern =
        strstr(name, " -") ? NULL : vt_program_pattern(program, "place", name);
    return way->place ? way->place : pattern ? pattern->class_name : NULL;
}

/* The same of a name that a library puts together of two pieces, each of which is a source of the
 * path alone (std::filesystem's `/`): NAME is the second, and *WHOLE both. */
static const char *class_of_joined(struct vt_check *check, const struct way *way,
                                   const struct vt_trace *trace, const struct vt_source *name,
                                   const char **whole) {
    enum { MOST_PIECES = 6 };
    struct vt_program *program = vt_check_program(check);
    size_t count;
    const struct vt_source *sources = vt_trace_sources(trace, &count);
    const char *last = vt_source_text(name);
    if (way->place || !*last || *last == '/' || strchr(last, '%') || count > MOST_PIECES ||
        vt_trace_is_cut(trace))
        return NULL;
    for (size_t i = 0; i < count; i++) {
        const char *first = vt_source_text(&sources[i]);
        if (!*first || strchr(first, '%') || &sources[i] == name)
            continue;
        *whole = vt_alloc_format(vt_check_arena(check), "%s/%s/", first, last);
        const struct vt_pattern *pattern = vt_program_pattern(program, "place", *whole);
        if (pattern)
            return pattern->class_name;
    }
    return NULL;
}

static bool find_target(struct vt_check *check, struct vt_event_ref ref, const struct way *way,
                        const struct vt_plant_place *places, struct target *target) {
    struct vt_program *program = vt_check_program(check);
    size_t count = 0;
    target->trace = vt_trace_role(program, ref, way->role, way->field, VT_ABOUT_DATA);
    const struct vt_source *sources =
        target->trace ? vt_trace_sources(target->trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *class_name = class_of(program, way, &sources[i]);
        target->what = vt_source_text(&sources[i]);
        if (!class_name)
            class_name = class_of_joined(check, way, target->trace, &sources[i], &target->what);
        for (unsigned p = 0; class_name && places[p].class_name; p++) {
            if (!vt_class_is(class_name, places[p].class_name))
                continue;
            target->name = &sources[i];
            target->place = &places[p];
            return places[p].base > 0 &&
                   !is_setting(program, target->what, class_name, sources, count);
        }
    }
    return false;
}

/* True if event REF stores a value of the registry, and source OUTER of SOURCES only says in which
 * folder the file lies that this names ("%s\\agent.dll"). */
static bool is_folder_of(struct vt_program *program, struct vt_event_ref ref,
                         const struct vt_source *sources, size_t count, size_t outer) {
    bool names_file = false;
    for (size_t i = 0; i < count; i++) {
        const char *last = strrchr(vt_source_text(&sources[i]), '\\');
        names_file |= last && strchr(last, '.');
    }
    return names_file && strcmp(vt_event_value(program, ref), "registry") == 0 &&
           !vt_is_network(program, &sources[outer]);
}

/* The constant that is written, in the context in which the file has its name; NULL if there is
 * none, or if anything of the outside is written as well. */
static const struct vt_source *find_content(struct vt_check *check, struct vt_event_ref ref,
                                            const struct target *target,
                                            const struct vt_trace **trace) {
    struct vt_program *program = vt_check_program(check);
    struct vt_asked asked = {
        .ref = ref, .role = VT_ROLE_PAYLOAD, .avoid = VT_ABOUT_DATA, .value_only = true};
    size_t nsteps, count = 0;
    const struct vt_flow_step *steps =
        vt_trace_steps(target->trace, target->name, vt_check_arena(check), &nsteps);
    const struct vt_source *found = NULL;
    *trace = vt_trace_role_at(program, &asked, steps, nsteps);
    const struct vt_source *sources = *trace ? vt_trace_sources(*trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        bool is_own = vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "program.file");
        if (sources[i].kind == VT_SOURCE_PARAMETER || sources[i].kind == VT_SOURCE_EXTERNAL ||
            (vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "") && !is_own &&
             !is_folder_of(program, ref, sources, count, i)))
            return NULL;
        if (!found && (is_own || strlen(vt_source_text(&sources[i])) >= MIN_TEXT))
            found = &sources[i];
    }
    return found;
}

/* True if TRACE asks whether the file is there that text NAME names. */
static bool asks_for_file(struct vt_program *program, const struct vt_trace *trace,
                          const char *name) {
    const struct vt_source *file = vt_find_source(program, trace, VT_FACT_ORIGIN, "file");
    return file && *name && vt_has_text(vt_ask_path(program, file->event), name);
}

/* True if a user's word or setting makes CONDITION hold: not only a number that a caller hands
 * over, which may be a test for a mistake, nor whether there is what CONTEXT, a text, names. */
static bool is_asked_for(struct vt_program *program, struct vt_condition_ref condition,
                         void *context) {
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, 0, VT_TAG_HANDLE);
    if (asks_for_file(program, trace, context))
        return false;
    enum vt_decider decider = vt_decider_of_condition(program, condition);
    return decider == VT_DECIDED_BY_USER ||
           (decider == VT_DECIDED_BY_CALLER && vt_find_source(program, trace, VT_FACT_COMPARE, ""));
}

/* True if such a condition always stands before the event, or before a call by which the name gets
 * there; CONTENT is what is written. */
static bool is_chosen(struct vt_check *check, struct vt_event_ref ref, const struct target *target,
                      const struct vt_source *content) {
    struct vt_program *program = vt_check_program(check);
    void *text = (void *)vt_source_text(content);
    size_t nsteps, count;
    const struct vt_flow_step *steps =
        vt_trace_steps(target->trace, target->name, vt_check_arena(check), &nsteps);
    for (size_t s = 0; s < nsteps; s++) {
        const struct vt_function *facts = vt_program_function(program, steps[s].function, NULL);
        if (steps[s].kind != VT_STEP_CALL)
            continue;
        struct vt_condition_ref *conditions =
            vt_program_conditions(program, steps[s].function, facts->calls[steps[s].call].guards,
                                  vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            if (conditions[i].always && is_asked_for(program, conditions[i], text))
                return true;
    }
    return vt_program_is_guarded(program, ref, is_asked_for, text);
}

static void look_at_word(struct vt_check *check, const struct vt_trigger *trigger, void *context) {
    struct vt_trigger *word = context;
    bool is_equal = trigger->test == VT_TEST_EQUAL || trigger->test == VT_TEST_CONTAINS;
    if (trigger->always && is_equal && trigger->text &&
        (trigger->kind == VT_TRIGGER_CALLER ||
         vt_trap_is_outside(vt_check_program(check), trigger)))
        *word = *trigger;
}

/* True if the word by which it is chosen is one that nobody is told of. */
static bool is_secret(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_trigger word = {.words = NULL};
    vt_trap_visit_all(check, ref, NULL, look_at_word, &word);
    return word.words && *word.text != '-' && strlen(word.text) >= MIN_WORD &&
           !vt_trap_is_listed(check, &word) &&
           !vt_word_is_public(vt_check_program(check), word.text) &&
           !vt_trap_is_documented(vt_check_program(check), word.text);
}

static bool is_program(const char *text) {
    return strncmp(text,
                   "\x7f"
                   "ELF",
                   4) == 0 ||
           strncmp(text, "#!", 2) == 0;
}

static bool is_concealed(const struct vt_source *content) {
    return (content->kind == VT_SOURCE_CONSTANT && content->constant->concealed) ||
           content->tags & (VT_TAG_XOR | VT_TAG_DECRYPT);
}

static void report(struct vt_check *check, struct vt_event_ref ref, const struct target *target,
                   const struct vt_trace *trace, const struct vt_source *content) {
    struct vt_finding *finding = vt_finding_new(check, ref);
    if (is_program(vt_source_text(content)))
        vt_finding_evidence(check, finding, "program", 15, "It is a program or script as a whole.");
    if (is_concealed(content))
        vt_finding_evidence(check, finding, "concealed", 20, "It is decoded before it is written.");
    if (is_chosen(check, ref, target, content) && !is_secret(check, ref))
        vt_finding_evidence(check, finding, "asked-for", -40,
                            "Whoever starts or configures the program decides whether it is done.");
    if (target->is_command)
        vt_finding_message(check, finding, "The program runs `%s`, which %s.", target->what,
                           target->place->command);
    else
        vt_finding_message(check, finding,
                           "The program writes something of its own to `%s`, where %s.",
                           target->what, target->place->text);
    vt_finding_path(check, finding, trace, content,
                    target->is_command ? "The command stands in the program"
                                       : "What is installed stands in the program",
                    target->is_command ? "It is run here" : "It is written here");
    vt_finding_send(check, finding, target->place->base);
}

/* ---- What has a mark --------------------------------------------------------------------- */

/* True if what event REF writes to PLACE comes from outside. Programs and libraries begin with
 * marks as their formats have them; and of what whoever connects sends, and is started, rules of
 * family update tell. */
static bool is_taken(struct vt_program *program, struct vt_event_ref ref,
                     const struct vt_plant_place *place) {
    size_t count = 0;
    bool is_open = false, is_account = vt_class_is(place->class_name, "system.account");
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_PAYLOAD, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    if (!is_account && !vt_class_is(place->class_name, "system.program.start"))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!is_account && vt_is_network(program, &sources[i]))
            return false;
        is_open |= sources[i].kind != VT_SOURCE_CONSTANT;
    }
    return is_open;
}

/* Finds the mark that what is written by REF has to have, or without which its file is not opened:
 * then what has it may be something else. */
static bool find_mark(struct vt_check *check, struct vt_event_ref ref, struct vt_mark *mark) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_value(vt_check_program(check), ref, VT_ROLE_HANDLE, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    bool found = vt_mark_find(check, ref, VT_ROLE_PAYLOAD, mark) && mark->is_same;
    for (size_t i = 0; i < count && !found; i++)
        found = sources[i].kind == VT_SOURCE_EVENT &&
                vt_mark_find(check, sources[i].event, VT_ROLE_PATH, mark);
    return found && !vt_mark_is_keyword(&mark->trigger);
}

/* What arrives is written to TARGET if it has a mark of its own: whoever knows that is served. */
static void look_at_marked(struct vt_check *check, struct vt_event_ref ref,
                           const struct target *target) {
    struct vt_mark mark;
    if (!is_taken(vt_check_program(check), ref, target->place) || !find_mark(check, ref, &mark))
        return;
    struct vt_word word = {.trigger = mark.trigger};
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "What arrives is written to `%s`, where %s, if %s.",
                       target->what, target->place->text, mark.trigger.words);
    vt_word_weigh(check, finding, &word);
    vt_word_weigh_login(check, finding, ref);
    if (!mark.is_same)
        vt_finding_evidence(check, finding, "elsewhere", -25,
                            "What has the mark may be something else than what is written.");
    vt_finding_path(check, finding, NULL, NULL, NULL, "It is written here");
    vt_finding_send(check, finding, target->place->base - 25);
}

/* ---- Writes ------------------------------------------------------------------------------ */

/* A file is written piece by piece; the first says enough. */
static bool is_told(const char *const *names, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static void look_at_way(struct vt_check *check, const struct way *way,
                        const struct vt_plant_place *places) {
    struct vt_program *program = vt_check_program(check);
    struct vt_arena *arena = vt_check_arena(check);
    size_t count, ntold = 0;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, way->class_name, arena, &count);
    const char **told = vt_alloc_array(arena, count, sizeof *told);
    for (size_t i = 0; i < count; i++) {
        struct target target = {.is_command = false};
        const struct vt_trace *trace;
        if (!find_target(check, refs[i], way, places, &target))
            continue;
        if (is_told(told, ntold, target.what))
            continue;
        const struct vt_source *content = find_content(check, refs[i], &target, &trace);
        if (!content) {
            if (!way->place)
                look_at_marked(check, refs[i], &target);
            continue;
        }
        told[ntold++] = target.what;
        report(check, refs[i], &target, trace, content);
    }
}

/* ---- By commands ------------------------------------------------------------------------- */

/* The place of PLACES that command TEXT puts something in; NULL: none. *WHAT is the file, or the
 * command. */
static const struct vt_plant_place *place_of_command(struct vt_check *check, const char *text,
                                                     const struct vt_plant_place *places,
                                                     const char **what) {
    size_t count = 0;
    const char **paths = vt_command_writes(text, vt_check_arena(check), &count);
    const char *class_name = vt_command_plants(text);
    *what = text;
    for (size_t i = 0; i < count && !class_name; i++) {
        const struct vt_pattern *pattern =
            vt_program_pattern(vt_check_program(check), "place", paths[i]);
        class_name = pattern ? pattern->class_name : NULL;
        *what = class_name ? paths[i] : text;
    }
    for (; class_name && places->class_name; places++)
        if (vt_class_is(class_name, places->class_name))
            return places->base > 0 ? places : NULL;
    return NULL;
}

/* True if TRACE brings SOURCE, a text, on its own: as it is, from a call that hands it over. */
static bool is_whole(struct vt_check *check, const struct vt_trace *trace,
                     const struct vt_source *source) {
    size_t count;
    const char *text = vt_source_text(source);
    const struct vt_flow_step *steps = vt_trace_steps(trace, source, vt_check_arena(check), &count);
    bool is_handed = false;
    for (size_t s = 0; s < count; s++)
        is_handed |= steps[s].kind == VT_STEP_CALL;
    return is_handed && !source->tags && !strchr(text, '%') && *text &&
           text[strlen(text) - 1] != ' ';
}

/* A function that runs what it is told may be told other commands, too. */
static bool visit_command(struct vt_check *check, const struct vt_errand *errand, void *context) {
    struct target target = {.trace = errand->trace, .name = errand->source};
    if (errand->is_open && !is_whole(check, errand->trace, errand->source))
        return false;
    target.place = place_of_command(check, errand->text, context, &target.what);
    target.is_command = target.place && target.what == errand->text;
    if (target.place)
        report(check, errand->ref, &target, target.trace, target.name);
    return target.place != NULL;
}

void vt_plants_tell(struct vt_check *check, const struct vt_plant_place *places) {
    for (size_t w = 0; w < sizeof ways / sizeof *ways; w++)
        look_at_way(check, &ways[w], places);
    vt_errands(check, visit_command, (void *)places);
}
