/* Requires: triggers with all fields but `words`. Gives: their words. Breaks: nothing. */
#include "engine/trigger/trigger_words.h"

#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"

/* ---- What is tested ---------------------------------------------------------------------- */

/* How data of a class are called; %s is the function that brought them. */
struct noun {
    const char *class_name;
    const char *format;
    bool ordered;
};

static const struct noun nouns[] = {
    {"network", "what `%s` received", false},
    {"io.read", "what `%s` read", false},
    {"terminal.read", "what `%s` read from the terminal", false},
    {"file.name", "the name of a file that `%s` met", false},
    {"file", "what `%s` tells of a file", false},
    {"environment", "the environment (`%s`)", false},
    {"argument", "the command line", false},
    {"ipc", "a message from another process (`%s`)", false},
    {"process.memory", "memory of another process (`%s`)", false},
    {"process.identity", "what `%s` tells of a process", false},
    {"host.identity", "what `%s` tells of this host", true},
    {"host.user", "what `%s` tells of a user", false},
    {"host.network", "what `%s` tells of the network of this host", true},
    {"host.locale", "the language or time zone (`%s`)", false},
    {"clock", "the clock (`%s`)", true},
    {"random", "a random number (`%s`)", true},
    {"secret.credential", "the credential from `%s`", false},
    {"secret.key", "the key from `%s`", false},
    {"capture.keyboard", "what is typed (`%s`)", false},
    {"capture", "what `%s` captured", false},
    {"certificate", "the certificate from `%s`", false},
};

static const struct noun *noun_of(const char *name) {
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (vt_class_is(name, nouns[i].class_name))
            return &nouns[i];
    return NULL;
}

bool vt_trigger_tells(const char *name, bool ordered) {
    const struct noun *noun = noun_of(name);
    return noun && (!ordered || noun->ordered);
}

/* The one constant text that TRACE brings; NULL if there is none, or several: which of them it was
 * nobody knows. */
static const char *constant_text(const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    const char *found = NULL;
    for (size_t i = 0; i < count; i++) {
        if (sources[i].kind != VT_SOURCE_CONSTANT || sources[i].constant->kind != VT_CONSTANT_TEXT)
            continue;
        const char *text = vt_string(sources[i].unit->strings, sources[i].constant->text);
        if (found && strcmp(found, text) != 0)
            return NULL;
        found = text;
    }
    return found;
}

/* Which variable, which file: what the origin was asked for, if that is a constant. */
static const char *named(struct vt_program *program, struct vt_event_ref ref,
                         struct vt_arena *arena) {
    const char *name = constant_text(vt_trace_role(program, ref, VT_ROLE_TARGET, NULL, 0));
    if (name)
        return vt_alloc_format(arena, " \"%s\"", name);
    name = constant_text(vt_trace_role(program, ref, VT_ROLE_PATH, NULL, 0));
    if (!name)
        name = constant_text(vt_trace_role(program, ref, VT_ROLE_HANDLE, "path", 0));
    return name ? vt_alloc_format(arena, " from \"%s\"", name) : "";
}

static const char *origin_words(struct vt_program *program, const struct vt_trigger *trigger,
                                struct vt_arena *arena) {
    const struct vt_unit *unit;
    struct vt_event_ref ref = trigger->source->event;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    const char *function = vt_string(unit->strings, event->function);
    const struct noun *noun = noun_of(trigger->class_name);
    if (strcmp(noun->class_name, "environment") == 0) {
        const char *name = named(program, ref, arena);
        if (*name)
            return vt_alloc_format(arena, "the environment variable%s", name);
    }
    /* The format is one of the table's, each with one %s at most. */
    const char *at = strstr(noun->format, "%s");
    if (!at)
        return noun->format;
    return vt_alloc_format(arena, "%.*s%s%s%s", (int)(at - noun->format), noun->format, function,
                           at + 2, named(program, ref, arena));
}

/* "parameter `code` of `handle`", as the source names it. */
static const char *parameter_words(struct vt_program *program, const struct vt_source *source,
                                   struct vt_arena *arena) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, source->function, &unit);
    const char *function = vt_program_function_name(program, source->function);
    const char *name = source->index < facts->nparams
                           ? vt_string(unit->strings, facts->param_names[source->index])
                           : "";
    if (vt_program_is_main(program, source->function))
        return "the command line";
    if (*name)
        return vt_alloc_format(arena, "parameter `%s` of `%s`", name, function);
    return vt_alloc_format(arena, "parameter %u of `%s`", source->index + 1, function);
}

/* What the tags of the way make of the subject. */
static const char *changed(const struct vt_trigger *trigger, const char *what,
                           struct vt_arena *arena) {
    static const struct {
        uint32_t tags;
        const char *format;
    } changes[] = {
        {VT_TAG_HASH, "a hash of "},
        {VT_TAG_LENGTH, "the length of "},
        {VT_TAG_DECRYPT, "the decrypted text of "},
        {VT_TAG_ENCRYPT, "the encryption of "},
        {VT_TAG_XOR, "a value xored from "},
        {VT_TAG_INDEX, "a table's value for "},
        {VT_TAG_ARITHMETIC, "a value computed from "},
    };
    uint32_t tags = trigger->tags, mixed = VT_TAG_XOR | VT_TAG_ARITHMETIC;
    if (tags & VT_TAG_LENGTH && vt_class_is(trigger->class_name, "clock"))
        return vt_alloc_format(arena, "a time that passed by %s", what);
    if (trigger->mask)
        tags &= ~(uint32_t)VT_TAG_ARITHMETIC;
    if ((tags & mixed) == mixed && !(tags & VT_TAG_HASH))
        return vt_alloc_format(arena, "a value mixed, as by a hash, from %s", what);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
        if (tags & changes[i].tags)
            return vt_alloc_format(arena, "%s%s", changes[i].format, what);
    return what;
}

/* Which part of it, if that is known and not all. */
static const char *part(const struct vt_trigger *trigger, const char *what,
                        struct vt_arena *arena) {
    if (trigger->size == 0 || trigger->offset < 0 || trigger->tags & VT_TAG_HASH)
        return what;
    if (trigger->size == 1)
        return vt_alloc_format(arena, "byte %d of %s", trigger->offset, what);
    if (trigger->offset == 0)
        return vt_alloc_format(arena, "the first %zu bytes of %s", trigger->size, what);
    return vt_alloc_format(arena, "bytes %d to %zu of %s", trigger->offset,
                           (size_t)trigger->offset + trigger->size - 1, what);
}

static const char *check_words(const struct vt_trigger *trigger, const char *function,
                               struct vt_arena *arena) {
    static const struct {
        const char *class_name, *what;
    } checks[] = {
        {"check.signature", " of the signature"},     {"check.mac", " of the authentication code"},
        {"check.certificate", " of the certificate"}, {"check.host", " of the host"},
        {"check.password", " of the password"},       {"check.access", " of the access"},
    };
    const char *what = "";
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        if (vt_class_is(trigger->class_name, checks[i].class_name))
            what = checks[i].what;
    return vt_alloc_format(arena, "the check%s by `%s`", what, function);
}

static const char *subject_words(struct vt_program *program, const struct vt_trigger *trigger,
                                 struct vt_arena *arena) {
    const struct vt_unit *unit;
    const struct vt_event *event;
    const char *name = trigger->flag;
    switch (trigger->kind) {
    case VT_TRIGGER_ORIGIN:
        return part(trigger, changed(trigger, origin_words(program, trigger, arena), arena), arena);
    case VT_TRIGGER_CALLER:
        return part(trigger,
                    changed(trigger, parameter_words(program, trigger->source, arena), arena),
                    arena);
    case VT_TRIGGER_CHECK:
        event = vt_program_event(program, trigger->source->event, &unit);
        return check_words(trigger, vt_string(unit->strings, event->function), arena);
    case VT_TRIGGER_FLAG:
        return *name ? vt_alloc_format(arena, "the flag `%s`", name) : "a flag";
    default:
        return *name ? vt_alloc_format(arena, "the counter `%s`", name) : "a counter";
    }
}

/* ---- What it is held against ------------------------------------------------------------- */

static bool is_text(const char *bytes, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (!isprint((unsigned char)bytes[i]))
            return false;
    return size > 0;
}

const char *vt_trigger_quoted(const char *bytes, size_t size, struct vt_arena *arena) {
    enum { LONGEST = 64 };
    size_t shown = size > LONGEST ? LONGEST : size;
    const char *more = size > shown ? "..." : "";
    if (size == 0)
        return "\"\"";
    if (is_text(bytes, shown))
        return vt_alloc_format(arena, "\"%.*s%s\"", (int)shown, bytes, more);
    char *hex = vt_alloc(arena, 3 * shown + 1), *end = hex;
    for (size_t i = 0; i < shown; i++) {
        static const char digits[] = "0123456789abcdef";
        if (i)
            *end++ = ' ';
        *end++ = digits[(unsigned char)bytes[i] >> 4];
        *end++ = digits[bytes[i] & 15];
    }
    return vt_alloc_format(arena, "the bytes %s%s", hex, more);
}

/* The day that SECONDS since 1970 fall on, in UTC (Howard Hinnant, "chrono-compatible low-level
 * date algorithms"). */
static const char *day_of(int64_t seconds, struct vt_arena *arena) {
    int64_t days = seconds / 86400 + 719468, era = days / 146097, day = days - era * 146097;
    int64_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    int64_t of_year = day - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
    int64_t of_month = of_year - (153 * month + 2) / 5 + 1;
    month = month < 10 ? month + 3 : month - 9;
    return vt_alloc_format(arena, "%" PRId64 "-%02d-%02d", year + era * 400 + (month <= 2),
                           (int)month, (int)of_month);
}

/* The bytes of NUMBER from the lowest on, if all of them that count are letters. */
static const char *letters_of(int64_t number, struct vt_arena *arena) {
    char bytes[9] = "";
    uint64_t rest = (uint64_t)number;
    size_t size = 0;
    if (number < 0 && number >= INT32_MIN)
        rest = (uint32_t)number;
    for (; rest && size < 8; rest >>= 8)
        bytes[size++] = (char)(rest & 0xff);
    return is_text(bytes, size) && (size == 1 || size >= 3) ? vt_alloc_text(arena, bytes) : NULL;
}

static const char *number_words(const struct vt_trigger *trigger, struct vt_arena *arena) {
    enum { FIRST_DATE = 946684800 };      /* 2000-01-01 */
    const int64_t last_date = 7258118400; /* 2200-01-01 */
    int64_t number = trigger->number;
    bool is_data = trigger->kind == VT_TRIGGER_ORIGIN || trigger->kind == VT_TRIGGER_CALLER;
    bool is_clock = vt_class_is(trigger->class_name, "clock");
    if (is_clock && number >= FIRST_DATE && number < last_date)
        return vt_alloc_format(arena, "%" PRId64 " (%s)", number, day_of(number, arena));
    const char *letters = is_data && number > 31 ? letters_of(number, arena) : NULL;
    if (letters && !letters[1])
        return vt_alloc_format(arena, "%" PRId64 " ('%s')", number, letters);
    if (letters)
        return vt_alloc_format(arena, "0x%" PRIx64 " (\"%s\")", (uint64_t)number, letters);
    if (((number > 0xffff || number < -0xffff) && !is_clock) || trigger->mask) {
        uint64_t digits = number < 0 && number >= INT32_MIN ? (uint32_t)number : (uint64_t)number;
        return vt_alloc_format(arena, "0x%" PRIx64, digits);
    }
    return vt_alloc_format(arena, "%" PRId64, number);
}

static const char *object_words(const struct vt_trigger *trigger, struct vt_arena *arena) {
    const char *concealed = trigger->concealed ? ", which is concealed" : "";
    if (trigger->text)
        return vt_alloc_format(arena, "%s%s",
                               vt_trigger_quoted(trigger->text, trigger->size, arena), concealed);
    if (trigger->has_number)
        return number_words(trigger, arena);
    if (trigger->year)
        return vt_alloc_format(arena, "a date of %u that is put together", trigger->year);
    return "another value";
}

/* ---- Both -------------------------------------------------------------------------------- */

static const char *const verbs[] = {
    [VT_TEST_EQUAL] = "equals",
    [VT_TEST_UNEQUAL] = "is not",
    [VT_TEST_LESS] = "is less than",
    [VT_TEST_AT_MOST] = "is at most",
    [VT_TEST_GREATER] = "is greater than",
    [VT_TEST_AT_LEAST] = "is at least",
    [VT_TEST_CONTAINS] = "contains",
    [VT_TEST_LACKS] = "does not contain",
    [VT_TEST_DECIDES] = "is compared with",
};

/* "(`strcmp`)", or nothing. */
static const char *means(struct vt_program *program, const struct vt_trigger *trigger,
                         struct vt_arena *arena) {
    const struct vt_unit *unit;
    if (trigger->compare.function == VT_NONE)
        return "";
    const struct vt_event *event = vt_program_event(program, trigger->compare, &unit);
    const char *name = vt_string(unit->strings, event->function);
    return *name ? vt_alloc_format(arena, " (`%s`)", name) : " (byte by byte)";
}

const char *vt_trigger_words(struct vt_program *program, const struct vt_trigger *trigger,
                             struct vt_arena *arena) {
    const char *subject = subject_words(program, trigger, arena);
    const char *maybe = trigger->always || trigger->group ? "" : "perhaps ";
    const char *verb = verbs[trigger->test];
    if (trigger->size > 1 && trigger->offset >= 0)
        verb = trigger->test == VT_TEST_EQUAL ? "equal" : "are not";
    if (trigger->mask && trigger->number)
        subject = vt_alloc_format(arena, "%s, of which only the bits 0x%" PRIx64 " count,", subject,
                                  (uint64_t)trigger->mask);
    switch (trigger->test) {
    case VT_TEST_SUCCEEDS:
        return vt_alloc_format(arena, "%s%s succeeds", maybe, subject);
    case VT_TEST_FAILS:
        return vt_alloc_format(arena, "%s%s fails", maybe, subject);
    case VT_TEST_BITS_SET:
    case VT_TEST_BITS_CLEAR:
        verb = trigger->test == VT_TEST_BITS_SET ? "set" : "clear";
        return vt_alloc_format(arena, "%sof %s the bits 0x%" PRIx64 " are %s", maybe, subject,
                               (uint64_t)trigger->mask, verb);
    default:
        break;
    }
    if (trigger->kind == VT_TRIGGER_FLAG && trigger->test == VT_TEST_UNEQUAL &&
        trigger->number == 0)
        return vt_alloc_format(arena, "%s%s is set", maybe, subject);
    return vt_alloc_format(arena, "%s%s %s %s%s", maybe, subject, verb,
                           object_words(trigger, arena), means(program, trigger, arena));
}
