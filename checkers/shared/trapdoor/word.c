/* See word.h. */
#include "checkers/shared/trapdoor/word.h"

#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/channel/login.h"
#include "checkers/shared/crypto/material.h"
#include "checkers/shared/trapdoor/spelled.h"
#include "engine/base/strings.h"

/* What blocks of addresses begin with (RFC 6890), and the address of the host itself. */
static bool is_of_addresses(uint32_t number) {
    static const uint32_t known[] = {
        0x7f000001, 0x0100007f, 0x7f000000, 0x0a000000, 0xac100000, 0xc0a80000,
        0xa9fe0000, 0x64400000, 0xe0000000, 0xf0000000, 0xfc000000, 0xfe800000,
        0xfec00000, 0xff000000, 0x20010db8, 0x20010000, 0x20020000, 0x0064ff9b,
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (number == known[i])
            return true;
    return false;
}

bool vt_word_is_magic(int64_t number) {
    bool is_limit = number == INT32_MAX || number == UINT32_MAX || number == INT64_MAX;
    bool has_word = number >= INT32_MIN && number <= UINT32_MAX;
    return (number > 0xffffff || number < -0xffffff) && !is_limit &&
           !(has_word && is_of_addresses((uint32_t)number));
}

/* One that nobody types, either, where it is read from text. */
static bool is_magic(const struct vt_trigger *trigger) {
    enum { LARGEST_CHOICE = 9999, SMALLEST_MAGIC = 0xffffff }; /* of menus, and of years */
    bool is_read = trigger->tags & VT_TAG_DECODE ||
                   (vt_class_is(trigger->class_name, "terminal.read") && trigger->size > 1);
    bool is_typed =
        is_read && trigger->number > LARGEST_CHOICE && trigger->number <= SMALLEST_MAGIC;
    return is_typed || vt_word_is_magic(trigger->number);
}

/* Letters, or as many bytes as a number needs: fewer are the kinds of a protocol, and bytes that
 * are all one are what memory is filled with. */
static bool is_word(const struct vt_trigger *trigger) {
    enum { FEWEST_BYTES = 4 };
    bool is_typed = true, is_filling = true;
    for (size_t i = 0; i < trigger->size; i++) {
        is_typed &= trigger->text[i] >= ' ' && trigger->text[i] < 127;
        is_filling &= trigger->text[i] == trigger->text[0];
    }
    return is_typed ? trigger->size >= 2 : trigger->size >= FEWEST_BYTES && !is_filling;
}

/* Letters of the command line (of main, which nobody calls) are options; two of them are no word.
 * What was computed is a number, though it may be as small as letters are. */
static void add_letter(struct vt_word *word, const struct vt_trigger *trigger) {
    bool is_letter = trigger->has_number && trigger->number > ' ' && trigger->number < 127 &&
                     trigger->kind != VT_TRIGGER_CALLER && !(trigger->tags & VT_TAG_ARITHMETIC);
    if (!is_letter || trigger->mask || word->nletters + 1 == sizeof word->letters)
        return;
    /* The condition nearest to the event comes first, and the letter last. */
    memmove(word->letters + 1, word->letters, word->nletters++);
    word->letters[0] = (char)trigger->number;
    if (word->nletters < 2 || word->trigger.words)
        return;
    word->trigger = *trigger;
    word->trigger.text = word->letters;
    word->trigger.words = "certain letters stand one behind the other in what arrives";
}

bool vt_word_is_public(struct vt_program *program, const char *text) {
    return vt_program_fits(program, "word", text, "public");
}

/* True if it is what the names of devices begin with. */
static bool is_device(const struct vt_trigger *trigger) {
    return trigger->text && strncmp(trigger->text, "/dev/", 5) == 0;
}

/* True if it is what a name service says that a peer is called, as whoever owns its address likes.
 */
static bool is_name(struct vt_program *program, const struct vt_trigger *trigger) {
    return trigger->kind == VT_TRIGGER_ORIGIN && trigger->text &&
           vt_class_is(trigger->class_name, "network") &&
           strcmp(vt_event_value(program, trigger->source->event), "name") == 0 &&
           !vt_word_is_public(program, trigger->text);
}

static void look_at(struct vt_check *check, const struct vt_trigger *trigger, void *context) {
    struct vt_word *word = context;
    struct vt_program *program = vt_check_program(check);
    bool is_equal = trigger->test == VT_TEST_EQUAL || trigger->test == VT_TEST_CONTAINS;
    if (!trigger->always || !is_equal || !vt_trap_is_outside(program, trigger) ||
        vt_trap_is_password(trigger) || is_device(trigger))
        return;
    if (word->is_name)
        return;
    word->is_name = is_name(program, trigger);
    if (trigger->text ? is_word(trigger)
                      : trigger->has_number && !trigger->mask && is_magic(trigger)) {
        bool is_odd = word->trigger.words && (!word->trigger.text || /* a number */
                                              word->trigger.text == word->letters);
        if (!is_odd || word->is_name || !vt_trap_is_listed(check, trigger))
            word->trigger = *trigger;
    } else if (!trigger->text)
        add_letter(word, trigger);
}

bool vt_word_find(struct vt_check *check, struct vt_event_ref ref, struct vt_word *word) {
    *word = (struct vt_word){.nletters = 0};
    vt_trap_visit_all(check, ref, NULL, look_at, word);
    return word->trigger.words != NULL;
}

/* True of a number that tells a message from others, and does not end one. */
static bool is_kind(const struct vt_trigger *trigger) {
    int64_t number = trigger->number;
    bool is_space = number == ' ' || (number >= '\t' && number <= '\r');
    return trigger->has_number && !trigger->mask && trigger->test == VT_TEST_EQUAL && number > 1 &&
           (trigger->tags & VT_TAG_LENGTH || !is_space);
}

/* True if the program is given a number of words that no use of it comes to by chance. */
static bool is_number_of_words(struct vt_program *program, const struct vt_trigger *trigger) {
    enum { LEAST = 5 };
    return trigger->kind == VT_TRIGGER_CALLER && trigger->source->index == 0 && !trigger->tags &&
           vt_program_is_main(program, trigger->source->function) && trigger->number >= LEAST;
}

static void look_at_number(struct vt_check *check, const struct vt_trigger *trigger,
                           void *context) {
    struct vt_word *word = context;
    if (!word->trigger.words && trigger->always && is_kind(trigger) &&
        (vt_trap_is_network(vt_check_program(check), trigger) ||
         (word->is_short && (vt_class_is(trigger->class_name, "environment") ||
                             is_number_of_words(vt_check_program(check), trigger)))))
        word->trigger = *trigger;
}

bool vt_word_find_short(struct vt_check *check, struct vt_event_ref ref, bool here,
                        struct vt_word *word) {
    if (vt_word_find(check, ref, word))
        return true;
    *word = (struct vt_word){.is_short = here};
    vt_trap_visit_all(check, ref, NULL, look_at_number, word);
    word->is_short = true;
    return word->trigger.words != NULL;
}

static bool find_among(struct vt_check *check, const struct vt_trigger *triggers, size_t count,
                       struct vt_word *word) {
    *word = (struct vt_word){.nletters = 0};
    for (size_t i = 0; i < count; i++)
        look_at(check, &triggers[i], word);
    return word->trigger.words != NULL;
}

bool vt_word_in_list(struct vt_check *check, uint32_t function, uint32_t guards,
                     struct vt_word *word) {
    size_t count;
    const struct vt_trigger *triggers =
        vt_triggers_of_list(vt_check_program(check), function, guards, &count);
    return find_among(check, triggers, count, word);
}

bool vt_word_at(struct vt_check *check, struct vt_condition_ref condition, struct vt_word *word) {
    size_t count;
    const struct vt_trigger *triggers =
        vt_triggers_of_condition(vt_check_program(check), condition, vt_check_arena(check), &count);
    return find_among(check, triggers, count, word);
}

/* "-x", "--name", "--name=": but no comment of a language. */
static bool is_option(const char *text) {
    size_t dashes = strspn(text, "-");
    return dashes > 0 && text[dashes] &&
           strspn(text + dashes,
                  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_=") ==
               strlen(text + dashes);
}

/* True if NUMBER is two small ones, side by side: 1.1 of an interface is 0x10001. */
static bool is_version(const struct vt_trigger *trigger) {
    enum { LARGEST = 0xff };
    int64_t high = trigger->number >> 16, low = trigger->number & 0xffff;
    return trigger->has_number && high > 0 && high <= LARGEST && low <= LARGEST;
}

/* True if SOURCE is the constant of TRIGGER. */
static bool is_constant_of(const struct vt_trigger *trigger, const struct vt_source *source) {
    int64_t number;
    if (trigger->text)
        return strlen(trigger->text) == trigger->size &&
               strcmp(vt_source_text(source), trigger->text) == 0;
    return trigger->has_number && !trigger->mask && vt_source_number(source, &number) &&
           number == trigger->number;
}

/* True if the program itself sends the constant of TRIGGER: its own other end has it in its
 * messages. */
static bool is_said(struct vt_check *check, const struct vt_trigger *trigger) {
    static const char *const classes[] = {"net.send", "io.write"};
    struct vt_program *program = vt_check_program(check);
    for (size_t c = 0; c < 2; c++) {
        size_t nrefs;
        const struct vt_event_ref *refs =
            vt_program_events(program, VT_FACT_EFFECT, classes[c], vt_check_arena(check), &nrefs);
        for (size_t i = 0; i < nrefs; i++) {
            size_t count = 0;
            if (c == 1 && !vt_handle_is(program, refs[i], "socket"))
                continue;
            const struct vt_trace *trace =
                vt_trace_value(program, refs[i], VT_ROLE_PAYLOAD, VT_ABOUT_DATA);
            const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
            for (size_t k = 0; k < count; k++)
                if (is_constant_of(trigger, &sources[k]))
                    return true;
        }
    }
    return false;
}

void vt_word_weigh(struct vt_check *check, struct vt_finding *finding, const struct vt_word *word) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trigger *trigger = &word->trigger;
    bool is_sent = vt_trap_is_network(program, trigger);
    if (is_sent && trigger->kind == VT_TRIGGER_ORIGIN &&
        vt_is_from_this_host(check, trigger->source->event))
        vt_finding_evidence(check, finding, "local-peer", -15,
                            "It is sent by another process of this host.");
    else if (is_sent)
        vt_finding_evidence(check, finding, "network", 15, "Whoever connects can send it.");
    struct vt_spelled odd;
    bool is_odd_option = trigger->text && is_option(trigger->text) &&
                         vt_spelled_at(program, trigger->condition, &odd);
    /* Options stand in lists, and hidden ones among them. */
    if (word->is_name)
        vt_finding_evidence(check, finding, "looked-up", 15,
                            "Who owns the address it connects from says what it is called.");
    else if (vt_trap_is_listed(check, trigger) && !is_odd_option)
        vt_finding_evidence(check, finding, "listed", -30,
                            "It is one of several words that are known.");
    else if (is_sent && is_said(check, trigger))
        vt_finding_evidence(check, finding, "said", -30,
                            "The program sends it itself: its own messages are marked by it.");
    else
        vt_finding_evidence(check, finding, "alone", 15, "It stands alone.");
    if (word->is_short)
        vt_finding_evidence(check, finding, "short", -20,
                            "A number so short may come by chance, or tell one kind of message.");
    if (is_version(trigger))
        vt_finding_evidence(check, finding, "version", -45, "It is made as versions are.");
    if (trigger->concealed || (trigger->text && trigger->compare.function == VT_NONE))
        vt_finding_evidence(check, finding, "concealed", 15,
                            "What it has to be stands nowhere in the program as such.");
    if (trigger->text && is_option(trigger->text))
        vt_finding_evidence(check, finding, "option", -25, "It looks like an option.");
    if (trigger->text && vt_trap_is_documented(program, trigger->text))
        vt_finding_evidence(check, finding, "documented", -40,
                            "Another text of the program mentions it.");
    else
        vt_finding_evidence(check, finding, "unmentioned", 10,
                            "No other text of the program mentions it.");
}

void vt_word_weigh_login(struct vt_check *check, struct vt_finding *finding,
                         struct vt_event_ref ref) {
    if (vt_has_logged_in(vt_check_program(check), ref))
        vt_finding_evidence(check, finding, "authenticated", -50,
                            "Whoever sends it has to log in first.");
}
