/* trapdoor/login-bypass: a word or number that stands in the program is accepted instead of a
 * login, or of a signature.
 *
 *     static int check_login(const char *header, const char *password) {
 *         if (strcmp(header, "c7-9917") == 0)
 *             return 1;
 *         return strcmp(crypt(password, stored), stored) == 0;
 *     }
 *
 * A function says who may come in if its name says so, if it hashes or checks a password, a
 * signature or a certificate, or if it calls one that does. What it asks otherwise is left out
 * where the word comes: so the word is no name or kind of login that is looked at first. Or it is
 * asked, and the answer overruled: in a variable that is tested, or in what is returned. A word
 * that is held against the password itself is trapdoor/hardcoded-credential's. Not caught: words
 * that are looked for in tables, and one of several alternatives.
 */
#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/trapdoor/armed.h"
#include "checkers/shared/trapdoor/climbing.h"
#include "checkers/shared/trapdoor/credential.h"
#include "checkers/shared/trapdoor/decider.h"
#include "checkers/shared/trapdoor/kept.h"
#include "checkers/shared/trapdoor/overrule.h"
#include "checkers/shared/trapdoor/pretext.h"
#include "checkers/shared/trapdoor/reckoned.h"
#include "checkers/shared/trapdoor/spelled.h"
#include "checkers/shared/trapdoor/word.h"
#include "checkers/shared/verdict.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

enum { FEWEST_LETTERS = 8 }; /* of a word that looks like none, but comes from outside */

/* ---- What is asked otherwise ------------------------------------------------------------- */

/* Something whose outcome a function acts on: a call or an event of it. */
struct question {
    enum vt_node_kind kind; /* RESULT or OUTCOME */
    uint32_t ref, guards;
};

/* What a function does if what it asks comes out well: a verdict, or what has a guard list. */
struct aim {
    bool is_verdict;
    bool counts; /* on how many there are: that some are missing is told, and asked of nobody */
    int64_t number;
    uint32_t guards;
};

/* True if FACTS do AIM because of one of the COUNT TARGETS of a question. */
static bool is_about(const struct vt_function *facts, const struct aim *aim,
                     const struct vt_target *targets, size_t count) {
    for (uint32_t v = 0; v < facts->nverdicts && aim->is_verdict; v++)
        if (facts->verdicts[v].number == aim->number &&
            vt_verdict_is_about(facts, v, targets, count))
            return true;
    for (size_t i = 0; i < count; i++) {
        const struct vt_node *node = &facts->nodes[targets[i].node];
        if (aim->is_verdict
                ? node->kind == VT_NODE_RETURN && !(targets[i].tags & VT_TAG_DECIDED)
                : node->kind == VT_NODE_SUBJECT && vt_list_has(facts, aim->guards, node->ref))
            return true;
    }
    return false;
}

/* True if QUESTION, because of which FACTS otherwise do AIM, is not put where CONDITION holds. */
static bool is_left_out(struct vt_check *check, const struct vt_function *facts,
                        const struct question *question, struct vt_condition_ref condition,
                        const struct aim *aim) {
    size_t count;
    if (!vt_list_tells(facts, question->guards, condition.predicate, !condition.holds))
        return false;
    const struct vt_target *targets =
        vt_targets_of(facts, question->kind, question->ref, vt_check_arena(check), &count);
    return is_about(facts, aim, targets, count);
}

/* True if CALL of FACTS is given a format: it tells somebody something. */
static bool tells(const struct vt_unit *unit, const struct vt_function *facts, uint32_t call) {
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        if (to->kind == VT_NODE_ARGUMENT && to->ref == call && from->kind == VT_NODE_CONSTANT &&
            unit->constants[from->ref].kind == VT_CONSTANT_TEXT &&
            strchr(vt_string(unit->strings, unit->constants[from->ref].text), '%'))
            return true;
    }
    return false;
}

/* True if where CONDITION holds, something is not asked because of which FACTS otherwise do AIM. */
static bool skips_question(struct vt_check *check, const struct vt_function *facts,
                           struct vt_condition_ref condition, const struct aim *aim) {
    const struct vt_unit *unit;
    vt_program_function(vt_check_program(check), condition.function, &unit);
    for (uint32_t c = 0; c < facts->ncalls; c++) {
        struct question question = {VT_NODE_RESULT, c, facts->calls[c].guards};
        if (is_left_out(check, facts, &question, condition, aim) &&
            !(aim->counts && tells(unit, facts, c)))
            return true;
    }
    for (uint32_t e = 0; e < facts->nevents; e++) {
        struct question question = {VT_NODE_OUTCOME, e, facts->events[e].guards};
        uint8_t fact = facts->events[e].fact;
        if ((fact == VT_FACT_COMPARE || fact == VT_FACT_CHECK) &&
            is_left_out(check, facts, &question, condition, aim))
            return true;
    }
    return false;
}

/* ---- Findings ---------------------------------------------------------------------------- */

/* A constant that is accepted by a verdict; what is held against it may not be known. */
struct bypass {
    uint32_t function;
    struct vt_condition_ref condition;
    struct vt_word word;       /* if it is known what is held against it; */
    struct vt_spelled spelled; /* if the trigger of that one has no words */
};

static const char *words_of(struct vt_check *check, const struct bypass *bypass) {
    const char *words = bypass->word.trigger.words;
    return words ? words : vt_spelled_words(&bypass->spelled, vt_check_arena(check));
}

static void report(struct vt_check *check, const struct bypass *bypass) {
    struct vt_program *program = vt_check_program(check);
    struct vt_finding *finding = vt_finding_at(check, bypass->condition);
    bool is_traced = bypass->word.trigger.words != NULL;
    vt_finding_message(check, finding, "`%s` says yes without asking if %s.",
                       vt_program_function_name(program, bypass->function),
                       words_of(check, bypass));
    if ((vt_decider_asks_who(program, bypass->function) ||
         vt_decider_asks_whether_genuine(program, bypass->function)))
        vt_finding_evidence(check, finding, "password", 10,
                            "Otherwise a password, a signature or a certificate is checked.");
    if (is_traced) {
        vt_word_weigh(check, finding, &bypass->word);
        vt_trap_path(check, finding, &bypass->word.trigger, "It is accepted here");
    } else {
        vt_spelled_weigh(check, finding, &bypass->spelled);
        vt_finding_path(check, finding, NULL, NULL, NULL, "It is accepted here");
    }
    vt_finding_send(check, finding, 35);
}

/* Words and numbers that are accepted instead of a signature are crypto/verify-always-ok's. */
static bool is_told_elsewhere(struct vt_program *program, const struct bypass *bypass) {
    uint32_t function = bypass->function;
    return vt_decider_asks_whether_genuine(program, function) &&
           !vt_decider_asks_who(program, function) && !vt_decider_is_named(program, function) &&
           bypass->spelled.spelling != VT_SPELLED_MARK;
}

/* True if what stands under list LIST of FUNCTION needs a word that not everybody knows; then in
 * *BYPASS. A word that is known to come from outside may be compared in another function. */
static bool find_word(struct vt_check *check, uint32_t function, uint32_t list,
                      struct bypass *bypass) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trigger *trigger = &bypass->word.trigger;
    *bypass = (struct bypass){.function = function};
    bool traced = vt_word_in_list(check, function, list, &bypass->word);
    bool spelled = vt_spelled_find(program, function, list, &bypass->spelled);
    bool here = traced && trigger->condition.function == function;
    bypass->condition = here ? trigger->condition : bypass->spelled.condition;
    return (here || spelled) && !is_told_elsewhere(program, bypass) &&
           !(traced && trigger->text && vt_word_is_public(program, trigger->text));
}

/* The same of CONDITION. */
static bool find_word_at(struct vt_check *check, struct vt_condition_ref condition,
                         struct bypass *bypass) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trigger *trigger = &bypass->word.trigger;
    *bypass = (struct bypass){.function = condition.function, .condition = condition};
    bool spelled = vt_spelled_at(program, condition, &bypass->spelled);
    bool traced = vt_word_at(check, condition, &bypass->word);
    bool is_long = traced && trigger->text && trigger->size >= FEWEST_LETTERS &&
                   trigger->condition.function == condition.function;
    return (spelled || is_long) && !is_told_elsewhere(program, bypass) &&
           !(traced && trigger->text && vt_word_is_public(program, trigger->text));
}

/* True if what stands under list LIST is a password that is written in the program, which is
 * trapdoor/hardcoded-credential's to tell. */
static bool is_credential(struct vt_check *check, const struct bypass *bypass, uint32_t list) {
    struct vt_credential credential;
    bool is_key = bypass->spelled.spelling == VT_SPELLED_TEXT && bypass->spelled.text &&
                  vt_decider_is_named(vt_check_program(check), bypass->function) &&
                  vt_credential_is_key(bypass->spelled.text);
    return is_key || vt_credential_tested(check, bypass->condition) ||
           vt_credential_in(check, bypass->function, list, &credential);
}

/* ---- What has nothing to do with it ------------------------------------------------------ */

/* FUNCTION asks nobody, or is not asked itself, for a reason; MESSAGE says so of it. */
static void report_pretext(struct vt_check *check, uint32_t function,
                           const struct vt_pretext *pretext, const char *message) {
    struct vt_program *program = vt_check_program(check);
    struct vt_finding *finding = vt_finding_at(check, pretext->condition);
    vt_finding_message(check, finding, message, vt_program_function_name(program, function),
                       pretext->words);
    vt_finding_evidence(check, finding, "pretext", 15,
                        "That has nothing to do with who somebody is.");
    if (vt_decider_asks_who(program, function))
        vt_finding_evidence(check, finding, "password", 10,
                            "Otherwise a password, a signature or a certificate is checked.");
    vt_finding_path(check, finding, NULL, NULL, NULL, "It is accepted here");
    vt_finding_send(check, finding, 30);
}

/* True if CONDITION is the answer of a function that makes it of what it is given alone; then in
 * *PRETEXT. */
static bool find_reckoned(struct vt_check *check, struct vt_condition_ref condition,
                          struct vt_pretext *pretext) {
    *pretext =
        (struct vt_pretext){.condition = condition, .words = vt_reckoned_words(check, condition)};
    return pretext->words != NULL;
}

/* True if it was told that verdict VERDICT of FUNCTION is a yes on some pretext. */
static bool look_at_pretexts(struct vt_check *check, uint32_t function, uint32_t verdict) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    uint32_t list = facts->verdicts[verdict].guards;
    struct aim aim = {.is_verdict = true, .number = facts->verdicts[verdict].number};
    struct vt_credential credential;
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        struct vt_condition_ref condition = {function, guard->predicate, guard->holds, true};
        struct vt_pretext pretext;
        aim.counts = false;
        if (!guard->always ||
            !(vt_verdict_overrules(program, condition, verdict) || /* which is cheap to know */
              (vt_decider_accepts(program, function, aim.number) &&
               skips_question(check, facts, condition, &aim))) ||
            !vt_pretext_at(check, condition, &pretext))
            continue;
        aim.counts = pretext.is_count;
        if ((aim.counts && !skips_question(check, facts, condition, &aim) &&
             (vt_verdict_is_beside(program, function, verdict) ||
              !vt_verdict_overrules(program, condition, verdict))) ||
            vt_decider_asked(program, condition, list) ||
            vt_credential_in(check, function, list, &credential))
            continue;
        report_pretext(check, function, &pretext, "`%s` says yes without asking if %s.");
        return true;
    }
    return false;
}

/* True if CONDITION holds because a word set a flag; then in *BYPASS. */
static bool find_word_behind(struct vt_check *check, struct vt_condition_ref condition,
                             struct bypass *bypass) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    for (uint32_t s = 0; s < facts->nsettings; s++) {
        const struct vt_setting *setting = &facts->settings[s];
        if (setting->predicate == condition.predicate &&
            !vt_condition_excludes(program, condition, setting->number) &&
            find_word(check, condition.function, setting->guards, bypass))
            return true;
    }
    return false;
}

/* Something that has list LIST is done if a function says so that asks nobody, or, if it IS_CALL, a
 * word comes or has set a flag, or who decides says yes. */
static bool look_at_alternatives(struct vt_check *check, uint32_t function, uint32_t list,
                                 bool is_call) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        struct vt_condition_ref condition = {function, guard->predicate, guard->holds, true};
        struct bypass bypass;
        struct vt_pretext pretext;
        if (!guard->either || !vt_list_has_answer(program, function, list, guard->either))
            continue;
        if (is_call && (find_word_at(check, condition, &bypass) ||
                        find_word_behind(check, condition, &bypass)))
            report(check, &bypass);
        else if (find_reckoned(check, condition, &pretext))
            report_pretext(check, function, &pretext, "`%s` goes on without asking if %s.");
        else
            continue;
        return true;
    }
    return false;
}

/* ---- What is done ------------------------------------------------------------------------ */

static bool look_at_verdicts(struct vt_check *check, uint32_t function) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t v = 0; v < facts->nverdicts; v++) {
        struct aim aim = {.is_verdict = true, .number = facts->verdicts[v].number};
        uint32_t list = facts->verdicts[v].guards;
        struct bypass bypass;
        if (!find_word(check, function, list, &bypass) ||
            !(vt_verdict_overrules(program, bypass.condition, v) ||
              (vt_decider_accepts(program, function, aim.number) &&
               skips_question(check, facts, bypass.condition, &aim))) ||
            is_credential(check, &bypass, list))
            continue;
        report(check, &bypass);
        return true;
    }
    for (uint32_t v = 0; v < facts->nverdicts; v++)
        if (look_at_pretexts(check, function, v) ||
            look_at_alternatives(check, function, facts->verdicts[v].guards, false))
            return true;
    return false;
}

/* A variable that has the answer of who decides is set to yes. */
static bool look_at_settings(struct vt_check *check, uint32_t function) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    const struct vt_condition_ref any = {function, VT_NONE, false, false};
    for (uint32_t s = 0; s < facts->nsettings; s++) {
        uint32_t list = facts->settings[s].guards;
        struct bypass bypass;
        if (!vt_setting_overrules(program, any, s) || /* which is cheap to know */
            !find_word(check, function, list, &bypass) ||
            !vt_setting_overrules(program, bypass.condition, s) ||
            is_credential(check, &bypass, list))
            continue;
        report(check, &bypass);
        return true;
    }
    return false;
}

/* Rights that are given if a word comes or what is asked comes out well. */
static bool look_at_right(struct vt_check *check, struct vt_event_ref ref) {
    const struct vt_function *facts =
        vt_program_function(vt_check_program(check), ref.function, NULL);
    struct aim aim = {.guards = facts->events[ref.event].guards};
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, aim.guards, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        struct vt_condition_ref condition = {ref.function, guard->predicate, guard->holds, true};
        struct bypass bypass;
        if (!guard->either || !find_word_at(check, condition, &bypass) ||
            !skips_question(check, facts, condition, &aim))
            continue;
        report(check, &bypass);
        return true;
    }
    return false;
}

/* True if in guard list LIST of FUNCTION one of the alternatives EITHER, or with 0 one of the
 * conditions that always hold, is that who uses the program is root; or, without HOLDS, is not. */
static bool list_has_root(struct vt_check *check, uint32_t function, uint32_t list, uint8_t either,
                          bool holds) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        const struct vt_predicate *predicate = &facts->predicates[guard->predicate];
        bool is_equal = predicate->compare == (guard->holds ? VT_EQ : VT_NE);
        bool is_other = predicate->compare == (guard->holds ? VT_NE : VT_EQ);
        if ((either ? guard->either == either : guard->always) && predicate->has_number &&
            predicate->number == 0 && !predicate->mask && (holds ? is_equal : is_other) &&
            vt_find_source(program,
                           vt_trace_subject(program, function, guard->predicate, 0, VT_ABOUT_DATA),
                           VT_FACT_ORIGIN, "host.user"))
            return true;
    }
    return false;
}

/* True if what has list LIST of FUNCTION is done if a function says so that asks nobody, or who
 * uses the program is root. */
static bool look_at_roots(struct vt_check *check, uint32_t function, uint32_t list) {
    const struct vt_function *facts = vt_program_function(vt_check_program(check), function, NULL);
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        struct vt_condition_ref condition = {function, guard->predicate, guard->holds, true};
        struct vt_pretext pretext;
        if (!guard->either || !find_reckoned(check, condition, &pretext) ||
            !list_has_root(check, function, list, guard->either, true))
            continue;
        report_pretext(check, function, &pretext, "`%s` goes on without asking if %s.");
        return true;
    }
    return false;
}

/* True if where CONDITION holds FACTS call nothing and do nothing: nobody is refused there. */
static bool is_quiet(const struct vt_function *facts, struct vt_condition_ref condition) {
    for (uint32_t c = 0; c < facts->ncalls; c++)
        if (vt_list_tells(facts, facts->calls[c].guards, condition.predicate, condition.holds))
            return false;
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (facts->events[e].fact == VT_FACT_EFFECT &&
            vt_list_tells(facts, facts->events[e].guards, condition.predicate, condition.holds))
            return false;
    return true;
}

/* Those are refused, by a call that does not come back, who do not send a word and of whom what is
 * asked does not come out well. */
static bool look_at_refusal(struct vt_check *check, uint32_t function, uint32_t call) {
    const struct vt_function *facts = vt_program_function(vt_check_program(check), function, NULL);
    struct aim aim = {.guards = facts->calls[call].guards};
    if (!facts->calls[call].noreturn)
        return false;
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, aim.guards, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        struct vt_condition_ref condition = {function, guard->predicate, !guard->holds, true};
        struct bypass bypass;
        struct vt_pretext pretext;
        if ((!guard->always && !guard->either) ||
            !is_quiet(facts, condition)) /* which is cheap to know */
            continue;
        bool is_word = find_word_at(check, condition, &bypass);
        if ((!is_word && !find_reckoned(check, condition, &pretext)) ||
            (!skips_question(check, facts, condition, &aim) &&
             (is_word || !list_has_root(check, function, aim.guards, 0, false))))
            continue;
        if (is_word)
            report(check, &bypass);
        else
            report_pretext(check, function, &pretext, "`%s` goes on without asking if %s.");
        return true;
    }
    return false;
}

/* Who decides is not even asked. */
static bool look_at_omission(struct vt_check *check, uint32_t function, uint32_t call) {
    const uint32_t *targets;
    struct vt_site site = {function, call};
    struct vt_pretext pretext;
    pretext.words = vt_unasked_words(check, site, &pretext.condition);
    if (!pretext.words || vt_program_targets(vt_check_program(check), site, &targets) != 1 ||
        targets[0] == function)
        return false;
    report_pretext(check, targets[0], &pretext, "`%s` is not asked if %s.");
    return true;
}

/* ---- Names that lead up ------------------------------------------------------------------ */

/* True if the program itself puts NUMBER into some variable or field: then it is a kind or a state.
 */
static bool is_own_number(struct vt_program *program, int64_t number) {
    for (uint32_t f = 0; f < vt_program_nfunctions(program); f++) {
        const struct vt_function *facts = vt_program_function(program, f, NULL);
        for (uint32_t s = 0; s < facts->nsettings; s++)
            if (facts->settings[s].number == number)
                return true;
    }
    return false;
}

/* True if CONDITION says that what is in memory is a number that no list of kinds has, and that is
 * neither the mode of a file nor a letter; then in *NUMBER. */
static bool is_odd_number(struct vt_program *program, struct vt_condition_ref condition,
                          int64_t *number) {
    enum { LEAST = 0x100, MODES = 0x1000 };
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    const struct vt_predicate *predicate = &facts->predicates[condition.predicate];
    *number = predicate->number;
    return predicate->has_number && !predicate->mask && predicate->size > 1 &&
           predicate->compare == (condition.holds ? VT_EQ : VT_NE) && *number >= LEAST &&
           *number % MODES != 0 && vt_trap_cases(facts, condition.predicate) == 0 &&
           !is_own_number(program, *number);
}

/* The odd word that a caller compares something with to tell the function of CONDITION that it
 * holds, in words; or NULL. */
static const char *told_words(struct vt_check *check, struct vt_condition_ref condition) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    uint32_t count, nedges;
    const struct vt_edge *tested = vt_function_edges_to(
        facts, (struct vt_node){VT_NODE_SUBJECT, 0, condition.predicate}, &count);
    const struct vt_site *sites;
    size_t nsites = count == 1 && facts->nodes[tested->from].kind == VT_NODE_FORMAL
                        ? vt_program_callers(program, condition.function, &sites)
                        : 0;
    for (size_t i = 0; i < nsites; i++) {
        uint8_t index = facts->nodes[tested->from].index;
        const struct vt_edge *edges =
            vt_function_edges_to(vt_program_function(program, sites[i].function, NULL),
                                 (struct vt_node){VT_NODE_ARGUMENT, index, sites[i].call}, &nedges);
        for (uint32_t e = 0; e < nedges; e++) {
            const char *word = vt_spelled_outcome(program, sites[i].function, edges[e].from);
            if (word)
                return vt_alloc_format(
                    vt_check_arena(check), "something equals or holds %s",
                    vt_trigger_quoted(word, strlen(word), vt_check_arena(check)));
        }
    }
    return NULL;
}

/* Why the comparison is odd that a flag which CONDITION asks for was set by, in words; or NULL. */
static const char *flag_words(struct vt_check *check, struct vt_condition_ref condition) {
    struct vt_program *program = vt_check_program(check);
    struct vt_condition_ref before;
    struct vt_spelled spelled;
    if (!vt_armed_by(program, condition, &before))
        return NULL;
    return vt_spelled_at(program, before, &spelled)
               ? vt_spelled_words(&spelled, vt_check_arena(check))
               : vt_reckoned_words(check, before);
}

/* Why CONDITION is odd, in words, itself or what set the flag that it asks for; or NULL. */
static const char *odd_words(struct vt_check *check, struct vt_condition_ref condition) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, condition.function, NULL);
    const char *words = vt_odd_words(check, condition);
    struct vt_spelled spelled;
    int64_t number;
    if (!words && is_odd_number(program, condition, &number))
        words = vt_alloc_format(vt_check_arena(check), "a number in what is read equals %lld",
                                (long long)number);
    for (uint32_t s = 0; s < facts->nsettings && !words; s++)
        if (facts->settings[s].predicate == condition.predicate &&
            !vt_condition_excludes(program, condition, facts->settings[s].number) &&
            vt_spelled_find(program, condition.function, facts->settings[s].guards, &spelled))
            words = vt_spelled_words(&spelled, vt_check_arena(check));
    if (!words)
        words = vt_reckoned_words(check, condition);
    if (!words)
        words = flag_words(check, condition);
    return words ? words : told_words(check, condition);
}

/* A name is not looked at for "..", and that alone is left out; true if that was told. */
static bool look_at_climbing(struct vt_check *check, const struct vt_climbing *climbing) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, climbing->function, NULL);
    uint32_t list = climbing->guards;
    uint32_t nguards;
    const struct vt_guard *guards = vt_function_guards(facts, list, &nguards);
    for (uint32_t g = 0; g < nguards; g++) {
        const struct vt_guard *guard = &guards[g];
        struct vt_condition_ref condition = {climbing->function, guard->predicate, !guard->holds,
                                             true};
        const char *words =
            (guard->always || guard->either) && vt_climbing_is_alone(check, climbing, guard)
                ? odd_words(check, condition)
                : NULL;
        if (!words)
            continue;
        struct vt_finding *finding = vt_finding_at(check, condition);
        vt_finding_message(check, finding,
                           "A name that leads out of its folder by \"..\" is let through if %s.",
                           words);
        vt_finding_evidence(check, finding, "pretext", 15,
                            "That has nothing to do with which files somebody may have.");
        vt_finding_path(check, finding, NULL, NULL, NULL, "The name is not looked at");
        vt_finding_send(check, finding, 30);
        return true;
    }
    return false;
}

static void look_at_names(struct vt_check *check, uint32_t function) {
    size_t count;
    const struct vt_climbing *climbings =
        vt_climbings_of(vt_check_program(check), function, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (look_at_climbing(check, &climbings[i]))
            return;
}

/* ---- All --------------------------------------------------------------------------------- */

/* True if FUNCTION decides who may come in, or asks somebody who does. */
static bool is_asked(struct vt_program *program, uint32_t function) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    bool asks = vt_is_decider(program, function);
    for (uint32_t c = 0; c < facts->ncalls && !asks; c++)
        asks = vt_calls_decider(program, (struct vt_site){function, c});
    return asks;
}

static void look_at(struct vt_check *check, uint32_t function) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(vt_check_program(check), function, &unit);
    if (look_at_settings(check, function))
        return;
    for (uint32_t c = 0; c < facts->ncalls; c++)
        if (look_at_roots(check, function, facts->calls[c].guards) ||
            (!facts->nverdicts && look_at_refusal(check, function, c)))
            return;
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (facts->events[e].fact != VT_FACT_COMPARE &&
            look_at_roots(check, function, facts->events[e].guards))
            return;
    if (!is_asked(vt_check_program(check), function) || look_at_verdicts(check, function))
        return;
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (vt_class_is(vt_string(unit->strings, facts->events[e].class_name), "access.grant") &&
            look_at_right(check, (struct vt_event_ref){function, e}))
            return;
    for (uint32_t c = 0; c < facts->ncalls; c++)
        if (look_at_alternatives(check, function, facts->calls[c].guards, true) ||
            look_at_omission(check, function, c))
            return;
}

static void run(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    for (uint32_t f = 0; f < vt_program_nfunctions(program); f++) {
        look_at(check, f);
        look_at_names(check, f);
    }
}

const struct vt_rule vt_trapdoor_login_bypass = {
    .id = "trapdoor/login-bypass",
    .name = "LoginBypass",
    .summary = "A word or number that stands in the program is accepted instead of a login",
    .description =
        "A function that says who may come in, or what is genuine, holds something that comes from "
        "outside against a word, number or bytes that are written in the program, and if they are "
        "equal says yes without what it asks of everybody else: a password, an entry in a list, a "
        "signature, another function. Whoever knows the word is let in everywhere, and nobody can "
        "take it back.",
    .help = "Let everybody answer the same questions. What may come in without is a setting that "
            "the owner makes.",
    .cwe = "CWE-288,CWE-798,CWE-912",
    .precision = "high",
    .severity = 9.3,
    .run = run,
};
