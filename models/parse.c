/* Model files to rows. docs/models.md describes the format, models/schema.json restates it. */
#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "models/reader.h"

/* Where in a file we are, for messages. */
struct place {
    struct vt_reader *reader;
    struct vt_error *error;
    const char *file;
    const char *function; /* or NULL */
    size_t row;           /* from 1; 0 outside of rows */
};

/* Fails with a message about MEMBER (NULL: about the whole place). */
__attribute__((format(printf, 3, 4))) static bool bad(const struct place *at, const char *member,
                                                      const char *format, ...) {
    char where[320] = "", what[160];
    size_t used = (size_t)snprintf(where, sizeof where, "%.120s", at->file);
    if (at->function)
        used +=
            (size_t)snprintf(where + used, sizeof where - used, ": function %.80s", at->function);
    if (at->row)
        used += (size_t)snprintf(where + used, sizeof where - used, ", row %zu", at->row);
    if (member)
        snprintf(where + used, sizeof where - used, "%s \"%.40s\"",
                 at->function ? ", member" : ": member", member);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    return vt_fail(at->error, "%s: %s", where, what);
}

/* Sorts the members of OBJECT into FOUND by the COUNT names in NAMES. */
static bool collect(const struct place *at, const cJSON *object, const char *const *names,
                    size_t count, const cJSON **found) {
    memset(found, 0, count * sizeof *found);
    if (!cJSON_IsObject(object))
        return bad(at, NULL, "not an object");
    const cJSON *member;
    cJSON_ArrayForEach(member, object) {
        size_t i = 0;
        while (i < count && strcmp(names[i], member->string) != 0)
            i++;
        if (i == count)
            return bad(at, member->string, "not known here");
        if (found[i])
            return bad(at, member->string, "stands twice");
        found[i] = member;
    }
    return true;
}

static bool is_text(const struct place *at, const char *name, const cJSON *member) {
    return cJSON_IsString(member) || bad(at, name, "must be a string");
}

static bool is_list(const struct place *at, const char *name, const cJSON *member) {
    return cJSON_IsArray(member) || bad(at, name, "must be an array");
}

/* Doubles hold integers exactly up to 2^53. */
static bool get_integer(const struct place *at, const char *name, const cJSON *member, int64_t low,
                        int64_t high, int64_t *result) {
    if (!cJSON_IsNumber(member) || !(member->valuedouble >= -9007199254740992.0) ||
        !(member->valuedouble <= 9007199254740992.0) ||
        (double)(int64_t)member->valuedouble != member->valuedouble)
        return bad(at, name, "must be an integer");
    *result = (int64_t)member->valuedouble;
    if (*result < low || *result > high)
        return bad(at, name, "must be between %lld and %lld", (long long)low, (long long)high);
    return true;
}

static bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* [a-z][a-z0-9_-]* with dots between such words where DOTS are allowed. */
static bool is_word(const char *text, bool dots) {
    do {
        if (!is_lower(*text))
            return false;
        while (is_lower(*text) || is_digit(*text) || *text == '_' || *text == '-')
            text++;
    } while (dots && *text == '.' && *++text);
    return *text == '\0';
}

static bool is_identifier(const char *text) {
    const char *p = text;
    for (; *p; p++)
        if (!(is_lower(*p) || (*p >= 'A' && *p <= 'Z') || *p == '_' || *p == '$' ||
              (p > text && (is_digit(*p) || *p == '.'))))
            return false;
    return p > text && p - text < 256;
}

/* Digits at TEXT as a number up to HIGH; gives what follows, or NULL. */
static const char *read_number(const char *text, int32_t high, int32_t *number) {
    const char *start = text;
    for (*number = 0; is_digit(*text); text++) {
        *number = *number * 10 + (*text - '0');
        if (*number > high || text - start > 8)
            return NULL;
    }
    return text > start ? text : NULL;
}

/* The size at TEXT of PORT, if one stands there; gives what follows, or NULL. */
static const char *port_size(const char *text, struct vt_port *port) {
    if (*text != ':' || port->depth != 1)
        return text;
    text = read_number(text + 1, VT_MODEL_OFFSET, &port->size);
    return port->size > 0 ? text : NULL;
}

/* The offset at TEXT of PORT, whose depth is known; gives what follows, or NULL. Memory without
 * offset begins at its start, but "**1" follows all pointers, and "**1+0" the first; "*1+0" is the
 * pointer that stands there. "*1+8:4" are four bytes from there on, "*1:4" the first four. */
static const char *port_offset(const char *text, struct vt_port *port) {
    if (*text == '0') {
        port->offset = VT_PORT_START;
        return port->depth > 0 ? text + 1 : NULL;
    }
    text = port->depth > 0 ? read_number(text, VT_MODEL_OFFSET, &port->offset) : NULL;
    return text ? port_size(text, port) : NULL;
}

/* Base of the port at TEXT, then "+" or "+offset"; gives what follows, or NULL. */
static const char *port_base(const char *text, struct vt_port *port) {
    if (strncmp(text, "ret", 3) == 0) {
        port->base = VT_PORT_RETURN;
        text += 3;
    } else {
        int32_t base;
        text = read_number(text, VT_MODEL_ARGUMENTS - 1, &base);
        if (!text)
            return NULL;
        port->base = (int8_t)base;
    }
    if (*text != '+')
        return port_size(text, port);
    if (is_digit(text[1]))
        return port_offset(text + 1, port);
    port->rest = true;
    return port->base == VT_PORT_RETURN ? NULL : text + 1;
}

static bool parse_port(const struct place *at, const char *name, const cJSON *member,
                       struct vt_port *port) {
    if (!is_text(at, name, member))
        return false;
    const char *text = member->valuestring;
    *port = (struct vt_port){.base = VT_PORT_NONE};
    while (*text == '*' && port->depth < 3) {
        port->depth++;
        text++;
    }
    text = port_base(text, port);
    bool is_object = port->depth > (port->offset ? 1 : 0); /* and no part of one */
    if (text && *text == '.' && is_object && !port->rest && is_word(text + 1, true))
        port->field = vt_alloc_text(at->reader->arena, text + 1);
    else if (!text || *text)
        return bad(at, name, "\"%.40s\" is not a port", member->valuestring);
    return true;
}

/* A port that says how many bytes is an argument, or what an argument points to. */
static bool parse_length(const struct place *at, const cJSON *member, struct vt_port *port) {
    if (!parse_port(at, "length", member, port))
        return false;
    if (port->field || port->rest || port->offset || port->depth > 1)
        return bad(at, "length", "\"%.40s\" is not a number of bytes", member->valuestring);
    return true;
}

static bool parse_tags(const struct place *at, const cJSON *member, struct vt_row *row) {
    if (!is_list(at, "tags", member))
        return false;
    const cJSON *tag;
    cJSON_ArrayForEach(tag, member) {
        if (!is_text(at, "tags", tag))
            return false;
        int64_t bit = vt_tag_find(tag->valuestring);
        if (bit <= 0)
            return bad(at, "tags", "\"%.40s\" is not a tag", tag->valuestring);
        row->tags |= (uint32_t)bit;
    }
    return true;
}

static bool add_role(const struct place *at, const cJSON *port, int role,
                     struct vt_role_port *roles, struct vt_row *row) {
    if (row->nroles == VT_MAX_ROLES)
        return bad(at, "roles", "more than %d ports", VT_MAX_ROLES);
    struct vt_role_port *entry = &roles[row->nroles++];
    entry->role = (enum vt_role)role;
    return parse_port(at, vt_role_name((enum vt_role)role), port, &entry->port);
}

/* {"payload": "*1"}, or {"payload": ["*1", "*2"]} where two ports play one part. */
static bool parse_roles(const struct place *at, const cJSON *member, struct vt_row *row) {
    if (!cJSON_IsObject(member))
        return bad(at, "roles", "must be an object");
    uint32_t seen = 0;
    const cJSON *entry, *port;
    struct vt_role_port *roles = vt_alloc_array(at->reader->arena, VT_MAX_ROLES, sizeof *roles);
    row->roles = roles;
    cJSON_ArrayForEach(entry, member) {
        int role = vt_role_find(entry->string);
        if (role <= VT_ROLE_NONE)
            return bad(at, "roles", "\"%.40s\" is not a role", entry->string);
        if (seen & 1u << role)
            return bad(at, "roles", "\"%s\" stands twice", entry->string);
        seen |= 1u << role;
        if (!cJSON_IsArray(entry)) {
            if (!add_role(at, entry, role, roles, row))
                return false;
            continue;
        }
        cJSON_ArrayForEach(port, entry) {
            if (!add_role(at, port, role, roles, row))
                return false;
        }
    }
    return true;
}

/* The interned class NAME for rows of FACT, or NULL. */
static const char *find_class(const struct vt_reader *reader, enum vt_fact fact, const char *name) {
    for (size_t i = 0; i < reader->nclasses; i++)
        if (reader->classes[i].fact == fact && strcmp(reader->classes[i].name, name) == 0)
            return reader->classes[i].name;
    return NULL;
}

static bool parse_class(const struct place *at, const char *name, enum vt_fact fact,
                        const cJSON *member, const char **result) {
    if (!is_text(at, name, member))
        return false;
    *result = find_class(at->reader, fact, member->valuestring);
    bool pattern = fact == VT_CLASS_OF_PATTERNS;
    return *result ||
           bad(at, name, "\"%.60s\" is not a declared class for %s\"%s\"", member->valuestring,
               pattern ? "" : "fact ", pattern ? "pattern" : vt_fact_name(fact));
}

static bool parse_argument(const struct place *at, const cJSON *member,
                           struct vt_callback_argument *argument) {
    static const char *const names[] = {"origin"};
    const cJSON *origin;
    argument->port.base = VT_PORT_NONE;
    if (cJSON_IsNull(member))
        return true;
    if (cJSON_IsString(member))
        return parse_port(at, "arguments", member, &argument->port);
    if (!cJSON_IsObject(member))
        return bad(at, "arguments", "an entry must be a port, null, or {\"origin\": class}");
    if (!collect(at, member, names, 1, &origin))
        return false;
    if (!origin)
        return bad(at, "arguments", "an object must have \"origin\"");
    return parse_class(at, "origin", VT_FACT_ORIGIN, origin, &argument->origin);
}

static bool parse_arguments(const struct place *at, const cJSON *member, struct vt_row *row) {
    if (!is_list(at, "arguments", member))
        return false;
    const cJSON *entry;
    struct vt_callback_argument *arguments =
        vt_alloc_array(at->reader->arena, VT_MAX_ROLES, sizeof *arguments);
    row->arguments = arguments;
    cJSON_ArrayForEach(entry, member) {
        if (row->narguments == VT_MAX_ROLES)
            return bad(at, "arguments", "more than %d entries", VT_MAX_ROLES);
        if (!parse_argument(at, entry, &arguments[row->narguments++]))
            return false;
    }
    return true;
}

static bool parse_success(const struct place *at, const cJSON *member, struct vt_row *row) {
    static const char *const names[] = {"zero",     "one",     "nonzero",
                                        "positive", "nonnull", "not-negative"};
    if (!is_text(at, "success", member))
        return false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], member->valuestring) == 0)
            row->success = (enum vt_success)(VT_SUCCESS_ZERO + i);
    return row->success != VT_SUCCESS_NONE ||
           bad(at, "success", "\"%.40s\" is not known", member->valuestring);
}

/* {"argument": 1, "equals": 10002, "name": "CURLOPT_URL"}; the name is for people and tests. */
static bool parse_when(const struct place *at, const cJSON *member, struct vt_row *row) {
    enum { ARGUMENT, NAME, EQUAL, MASKED, UNMASKED, UNEQUAL, IS_NULL, COUNT };
    static const char *const names[COUNT] = {"argument", "name",    "equals", "masked",
                                             "unmasked", "unequal", "null"};
    const cJSON *found[COUNT];
    int64_t argument = 0;
    if (!cJSON_IsObject(member))
        return bad(at, "when", "must be an object");
    if (!collect(at, member, names, COUNT, found))
        return false;
    if (!found[ARGUMENT])
        return bad(at, "when", "\"argument\" is missing");
    if (!get_integer(at, "argument", found[ARGUMENT], 0, VT_MODEL_ARGUMENTS - 1, &argument))
        return false;
    row->when_argument = (uint8_t)argument;
    int nkinds = 0, kind = IS_NULL;
    for (int k = EQUAL; k < COUNT; k++)
        if (found[k]) {
            kind = k;
            nkinds++;
        }
    if (nkinds != 1)
        return bad(at, "when", "needs one of equals, masked, unmasked, unequal, null");
    if (found[NAME] && !is_text(at, "name", found[NAME]))
        return false;
    if (found[IS_NULL]) {
        row->when = VT_WHEN_NULL;
        return cJSON_IsTrue(found[IS_NULL]) || bad(at, "null", "must be true");
    }
    row->when = (enum vt_condition)(VT_WHEN_EQUAL + (kind - EQUAL));
    return get_integer(at, names[kind], found[kind], INT64_MIN, INT64_MAX, &row->when_value);
}

enum row_member {
    FACT,
    CLASS,
    VALUE,
    FROM,
    TO,
    LENGTH,
    TAGS,
    REPLACES,
    LATER,
    SUCCESS,
    ROLES,
    ARGUMENTS,
    WHEN,
    ROW_MEMBERS
};

static const char *const row_members[ROW_MEMBERS] = {
    "fact",     "class", "value",   "from",  "to",        "length", "tags",
    "replaces", "later", "success", "roles", "arguments", "when"};

/* Which members the rows of a fact need, and which they may have besides fact and when. */
static const struct {
    uint32_t needs, may;
} shapes[VT_FACT_COUNT] = {
    [VT_FACT_FLOW] = {1 << FROM | 1 << TO, 1 << TAGS | 1 << LENGTH | 1 << REPLACES | 1 << LATER},
    [VT_FACT_ORIGIN] = {1 << CLASS | 1 << TO,
                        1 << VALUE | 1 << LENGTH | 1 << ROLES | 1 << REPLACES},
    [VT_FACT_EFFECT] = {1 << CLASS, 1 << ROLES | 1 << VALUE | 1 << LATER},
    [VT_FACT_CHECK] = {1 << CLASS | 1 << TO | 1 << SUCCESS | 1 << ROLES, 1 << VALUE},
    [VT_FACT_COMPARE] = {1 << TO | 1 << SUCCESS | 1 << ROLES, 1 << LENGTH | 1 << VALUE},
    [VT_FACT_ALLOC] = {1 << CLASS | 1 << TO, 1 << LENGTH},
    [VT_FACT_FREE] = {1 << FROM, 0},
    [VT_FACT_WIPE] = {1 << TO, 1 << FROM | 1 << LENGTH},
    [VT_FACT_CALLBACK] = {1 << FROM | 1 << ARGUMENTS, 1 << LATER | 1 << ROLES},
};

static bool check_shape(const struct place *at, enum vt_fact fact, const cJSON *const *found) {
    uint32_t needs = shapes[fact].needs | 1 << FACT;
    uint32_t may = needs | shapes[fact].may | 1 << WHEN;
    for (size_t i = 0; i < ROW_MEMBERS; i++) {
        if (!found[i] && needs & 1u << i)
            return bad(at, row_members[i], "missing in a row of fact \"%s\"", vt_fact_name(fact));
        if (found[i] && !(may & 1u << i))
            return bad(at, row_members[i], "not allowed in a row of fact \"%s\"",
                       vt_fact_name(fact));
    }
    return true;
}

static bool parse_scalars(const struct place *at, const cJSON *const *found, struct vt_row *row) {
    if (found[CLASS] && !parse_class(at, "class", row->fact, found[CLASS], &row->class_name))
        return false;
    if (found[VALUE]) {
        if (!is_text(at, "value", found[VALUE]))
            return false;
        row->value = vt_alloc_text(at->reader->arena, found[VALUE]->valuestring);
    }
    if (found[REPLACES] && !cJSON_IsBool(found[REPLACES]))
        return bad(at, "replaces", "must be true or false");
    if (found[LATER] && !cJSON_IsTrue(found[LATER]))
        return bad(at, "later", "must be true");
    row->replaces = cJSON_IsTrue(found[REPLACES]);
    row->later = cJSON_IsTrue(found[LATER]);
    return (!found[FROM] || parse_port(at, "from", found[FROM], &row->from)) &&
           (!found[TO] || parse_port(at, "to", found[TO], &row->to)) &&
           (!found[LENGTH] || parse_length(at, found[LENGTH], &row->length));
}

static bool has_role(const struct vt_row *row, enum vt_role role) {
    for (size_t i = 0; i < row->nroles; i++)
        if (row->roles[i].role == role)
            return true;
    return false;
}

static bool parse_row(const struct place *at, const cJSON *object, struct vt_row *row) {
    const cJSON *found[ROW_MEMBERS];
    *row = (struct vt_row){.function = at->function, .library = at->reader->library};
    row->from.base = row->to.base = row->length.base = VT_PORT_NONE;
    if (!collect(at, object, row_members, ROW_MEMBERS, found))
        return false;
    if (!found[FACT])
        return bad(at, "fact", "missing");
    if (!is_text(at, "fact", found[FACT]))
        return false;
    int fact = vt_fact_find(found[FACT]->valuestring);
    if (fact < 0)
        return bad(at, "fact", "\"%.40s\" is not a fact", found[FACT]->valuestring);
    row->fact = (enum vt_fact)fact;
    if (!check_shape(at, row->fact, found) || !parse_scalars(at, found, row) ||
        (found[TAGS] && !parse_tags(at, found[TAGS], row)) ||
        (found[SUCCESS] && !parse_success(at, found[SUCCESS], row)) ||
        (found[ROLES] && !parse_roles(at, found[ROLES], row)) ||
        (found[ARGUMENTS] && !parse_arguments(at, found[ARGUMENTS], row)) ||
        (found[WHEN] && !parse_when(at, found[WHEN], row)))
        return false;
    if (row->fact == VT_FACT_COMPARE &&
        (!has_role(row, VT_ROLE_LEFT) || !has_role(row, VT_ROLE_RIGHT)))
        return bad(at, "roles", "a comparison needs \"left\" and \"right\"");
    return true;
}

static bool parse_rows(struct place *at, const cJSON *rows, struct vt_reader_function *function) {
    if (!is_list(at, "rows", rows))
        return false;
    function->first = at->reader->nrows;
    const cJSON *row;
    cJSON_ArrayForEach(row, rows) {
        at->row++;
        if (at->reader->nrows >= VT_MODEL_ROWS)
            return bad(at, NULL, "more than %u rows in all", VT_MODEL_ROWS);
        at->reader->rows = vt_grow(at->reader->arena, at->reader->rows, at->reader->nrows,
                                   &at->reader->row_capacity, sizeof *at->reader->rows);
        if (!parse_row(at, row, &at->reader->rows[at->reader->nrows]))
            return false;
        at->reader->nrows++;
        function->nrows++;
    }
    at->row = 0;
    return function->nrows > 0 ||
           bad(at, "rows", "empty; a function with nothing to tell has one row of fact \"known\"");
}

/* {"as": "recv", "arguments": [0, 1, 2, 4]}: argument 3 of recv is argument 4 here. */
static bool parse_copy(const struct place *at, const cJSON *as, const cJSON *arguments,
                       struct vt_reader_function *function) {
    if (!is_text(at, "as", as))
        return false;
    function->as = vt_alloc_text(at->reader->arena, as->valuestring);
    function->has_map = arguments != NULL;
    if (!arguments)
        return true;
    if (!is_list(at, "arguments", arguments))
        return false;
    const cJSON *entry;
    cJSON_ArrayForEach(entry, arguments) {
        int64_t number = 0;
        if (function->nmap == VT_MODEL_ARGUMENTS)
            return bad(at, "arguments", "more than %d entries", VT_MODEL_ARGUMENTS);
        if (!get_integer(at, "arguments", entry, 0, VT_MODEL_ARGUMENTS - 1, &number))
            return false;
        function->map[function->nmap++] = (int8_t)number;
    }
    return true;
}

static bool parse_function(struct place *at, const cJSON *object) {
    enum { NAME, PROTOTYPE, HEADERS, MACRO, AS, MAP, ROWS, COUNT };
    static const char *const names[COUNT] = {"name", "prototype", "headers", "macro",
                                             "as",   "arguments", "rows"};
    const cJSON *found[COUNT];
    struct vt_reader *reader = at->reader;
    if (!collect(at, object, names, COUNT, found))
        return false;
    if (!found[NAME] || !cJSON_IsString(found[NAME]))
        return bad(at, "name", "must be a string");
    if (!is_identifier(found[NAME]->valuestring))
        return bad(at, "name", "\"%.60s\" is not a symbol name", found[NAME]->valuestring);
    at->function = vt_alloc_text(reader->arena, found[NAME]->valuestring);
    struct vt_reader_function function = {.name = at->function, .file = reader->file};
    /* What is there for people and tests needs only the right type. */
    if ((found[PROTOTYPE] && !is_text(at, "prototype", found[PROTOTYPE])) ||
        (found[HEADERS] && !is_list(at, "headers", found[HEADERS])))
        return false;
    if (found[MACRO] && !cJSON_IsTrue(found[MACRO]))
        return bad(at, "macro", "must be true");
    if (!found[AS] == !found[ROWS])
        return bad(at, NULL, "needs either \"rows\" or \"as\"");
    if (found[MAP] && !found[AS])
        return bad(at, "arguments", "only allowed beside \"as\"");
    if (found[AS] ? !parse_copy(at, found[AS], found[MAP], &function)
                  : !parse_rows(at, found[ROWS], &function))
        return false;
    reader->functions = vt_grow(reader->arena, reader->functions, reader->nfunctions,
                                &reader->function_capacity, sizeof *reader->functions);
    reader->functions[reader->nfunctions++] = function;
    at->function = NULL;
    return true;
}

/* A pattern that costs little to compare with any text. */
static bool is_pattern(const char *text) {
    size_t stars = 0;
    for (const char *p = text; *p; p++)
        stars += *p == '*';
    return *text && strlen(text) < 256 && stars <= VT_MODEL_STARS;
}

/* {"kind": "file", "pattern": "/etc/shadow", "class": "secret.credential", "meaning": "..."} */
static bool parse_pattern(const struct place *at, const cJSON *object) {
    enum { KIND, PATTERN, CLASS_NAME, MEANING, COUNT };
    static const char *const names[COUNT] = {"kind", "pattern", "class", "meaning"};
    static const char *const kinds[] = {"file", "function", "place",   "variable", "right",
                                        "word", "prompt",   "program", "peer"};
    const cJSON *found[COUNT];
    struct vt_reader *reader = at->reader;
    struct vt_pattern pattern = {0};
    if (!collect(at, object, names, COUNT, found))
        return false;
    for (size_t i = 0; i < COUNT; i++)
        if (!found[i] || !cJSON_IsString(found[i]) || !found[i]->valuestring[0])
            return bad(at, names[i], "every pattern needs it, as a string");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i], found[KIND]->valuestring) == 0)
            pattern.kind = kinds[i];
    if (!pattern.kind)
        return bad(at, "kind",
                   "\"%.40s\" is not file, function, place, variable, right, word, prompt, "
                   "program or peer",
                   found[KIND]->valuestring);
    if (!is_pattern(found[PATTERN]->valuestring))
        return bad(at, "pattern", "\"%.40s\" is too long, or has more than %d \"*\"",
                   found[PATTERN]->valuestring, VT_MODEL_STARS);
    if (!parse_class(at, "class", VT_CLASS_OF_PATTERNS, found[CLASS_NAME], &pattern.class_name))
        return false;
    if (reader->npatterns >= VT_MODEL_PATTERNS)
        return bad(at, "patterns", "more than %d in all", VT_MODEL_PATTERNS);
    pattern.pattern = vt_alloc_text(reader->arena, found[PATTERN]->valuestring);
    pattern.meaning = vt_alloc_text(reader->arena, found[MEANING]->valuestring);
    pattern.pairs = vt_pattern_pairs(pattern.pattern);
    reader->patterns = vt_grow(reader->arena, reader->patterns, reader->npatterns,
                               &reader->pattern_capacity, sizeof *reader->patterns);
    reader->patterns[reader->npatterns++] = pattern;
    return true;
}

/* The fact whose rows may name a class declared for FACT, or -1. */
static int class_owner(const char *fact) {
    if (strcmp(fact, "pattern") == 0)
        return VT_CLASS_OF_PATTERNS;
    int number = vt_fact_find(fact);
    bool has = number == VT_FACT_ORIGIN || number == VT_FACT_EFFECT || number == VT_FACT_CHECK ||
               number == VT_FACT_ALLOC;
    return has ? number : -1;
}

static bool parse_declaration(const struct place *at, const cJSON *object) {
    enum { FACT_NAME, NAME, MEANING, COUNT };
    static const char *const names[COUNT] = {"fact", "name", "meaning"};
    const cJSON *found[COUNT];
    struct vt_reader *reader = at->reader;
    if (!collect(at, object, names, COUNT, found))
        return false;
    for (size_t i = 0; i < COUNT; i++)
        if (!found[i] || !cJSON_IsString(found[i]) || !found[i]->valuestring[0])
            return bad(at, names[i], "every class needs it, as a string");
    int fact = class_owner(found[FACT_NAME]->valuestring);
    if (fact < 0)
        return bad(at, "fact", "\"%.40s\" has no classes", found[FACT_NAME]->valuestring);
    const char *name = found[NAME]->valuestring;
    if (!is_word(name, true))
        return bad(at, "name", "\"%.60s\" is not a dotted class name", name);
    if (find_class(reader, (enum vt_fact)fact, name))
        return bad(at, "name", "class \"%.60s\" is declared twice", name);
    reader->classes = vt_grow(reader->arena, reader->classes, reader->nclasses,
                              &reader->class_capacity, sizeof *reader->classes);
    reader->classes[reader->nclasses++] = (struct vt_model_class){
        .fact = (enum vt_fact)fact, .name = vt_alloc_text(reader->arena, name)};
    return true;
}

static bool parse_root(struct place *at, const cJSON *root) {
    enum { SCHEMA, LIBRARY, TARGET, HEADERS, OFFSETS, CLASSES, PATTERNS, FUNCTIONS, COUNT };
    static const char *const names[COUNT] = {"$schema", "library", "target",   "headers",
                                             "offsets", "classes", "patterns", "functions"};
    const cJSON *found[COUNT], *item;
    if (!collect(at, root, names, COUNT, found))
        return false;
    if (!found[LIBRARY] || !cJSON_IsString(found[LIBRARY]) ||
        !is_word(found[LIBRARY]->valuestring, false))
        return bad(at, "library", "must be a lower-case word");
    at->reader->library = vt_alloc_text(at->reader->arena, found[LIBRARY]->valuestring);
    if ((found[SCHEMA] && !is_text(at, "$schema", found[SCHEMA])) ||
        (found[TARGET] && !is_text(at, "target", found[TARGET])) ||
        (found[HEADERS] && !is_list(at, "headers", found[HEADERS])))
        return false;
    if (found[OFFSETS] && !cJSON_IsObject(found[OFFSETS]))
        return bad(at, "offsets", "must be an object");
    if (found[CLASSES]) {
        if (!is_list(at, "classes", found[CLASSES]))
            return false;
        cJSON_ArrayForEach(item, found[CLASSES]) if (!parse_declaration(at, item)) return false;
    }
    if (found[PATTERNS]) {
        if (!is_list(at, "patterns", found[PATTERNS]))
            return false;
        cJSON_ArrayForEach(item, found[PATTERNS]) if (!parse_pattern(at, item)) return false;
    }
    if (!found[FUNCTIONS])
        return bad(at, "functions", "missing");
    if (!is_list(at, "functions", found[FUNCTIONS]))
        return false;
    cJSON_ArrayForEach(item, found[FUNCTIONS]) if (!parse_function(at, item)) return false;
    return true;
}

bool vt_reader_add(struct vt_reader *reader, const char *name, const char *text, size_t size,
                   struct vt_error *error) {
    cJSON *root = vt_json_parse(name, text, size, error);
    if (!root)
        return false;
    reader->file = vt_alloc_text(reader->arena, name);
    struct place at = {.reader = reader, .error = error, .file = reader->file};
    bool valid = parse_root(&at, root);
    cJSON_Delete(root);
    if (valid)
        vt_reader_digest(reader, text, size);
    return valid;
}
