/* The reader of model files: what it gives, what it refuses and in which words, how files overlay.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/idioms/reference.h"
#include "models/models.h"
#include "models/parse.h"

#define FILE_OF(functions) "{\"library\": \"mine\", \"functions\": [" functions "]}"
#define ONE_ROW(row)       FILE_OF("{\"name\": \"f\", \"rows\": [" row "]}")

#define PATTERN(pattern) "{\"library\": \"mine\", \"functions\": [], \"patterns\": [" pattern "]}"

struct bad {
    const char *text, *message;
};

static const struct bad bad_files[] = {
    /* Text that is not strict JSON. */
    {"", "m:1: not JSON"},
    {"{\n\n,}", "m:3: not JSON"},
    {"{} {}", "m:1: text after the end of the JSON value"},
    {"{\"library\": \"\xC0\xAF\"}", "m:1: not valid UTF-8"},
    {"\n{\"library\": \"\xED\xA0\x80\"}", "m:2: not valid UTF-8"},
    {"{\"library\": \"a\\u0000b\"}", "m:1: \\u0000 is not allowed"},
    {"{\"library\": \"a\001b\"}", "m:1: control character 0x01"},
    /* The file around the rows. */
    {"[]", "m: not an object"},
    {"{\"library\": \"Mine\", \"functions\": []}",
     "m: member \"library\": must be a lower-case word"},
    {"{\"library\": \"mine\"}", "m: member \"functions\": missing"},
    {"{\"library\": \"mine\", \"library\": \"mine\", \"functions\": []}",
     "m: member \"library\": stands twice"},
    {"{\"library\": \"mine\", \"extra\": 1, \"functions\": []}",
     "m: member \"extra\": not known here"},
    {"{\"library\": \"mine\", \"functions\": {}}", "m: member \"functions\": must be an array"},
    {"{\"library\": \"mine\", \"functions\": [], \"classes\": "
     "[{\"fact\": \"flow\", \"name\": \"x\", \"meaning\": \"y\"}]}",
     "m: member \"fact\": \"flow\" has no classes"},
    {"{\"library\": \"mine\", \"functions\": [], \"classes\": "
     "[{\"fact\": \"origin\", \"name\": \"network\", \"meaning\": \"y\"}]}",
     "m: member \"name\": class \"network\" is declared twice"},
    {"{\"library\": \"mine\", \"functions\": [], \"classes\": "
     "[{\"fact\": \"origin\", \"name\": \"a..b\", \"meaning\": \"y\"}]}",
     "m: member \"name\": \"a..b\" is not a dotted class name"},
    /* Functions. */
    {FILE_OF("{\"rows\": []}"), "m: member \"name\": must be a string"},
    {FILE_OF("{\"name\": \"9f\", \"rows\": []}"),
     "m: member \"name\": \"9f\" is not a symbol name"},
    {FILE_OF("{\"name\": \"f\"}"), "m: function f: needs either \"rows\" or \"as\""},
    {FILE_OF("{\"name\": \"f\", \"rows\": [], \"as\": \"g\"}"),
     "m: function f: needs either \"rows\" or \"as\""},
    {FILE_OF("{\"name\": \"f\", \"rows\": []}"),
     "m: function f, member \"rows\": empty; a function with nothing to tell has one row of fact "
     "\"known\""},
    {FILE_OF("{\"name\": \"f\", \"arguments\": [0], \"rows\": [{\"fact\": \"known\"}]}"),
     "m: function f, member \"arguments\": only allowed beside \"as\""},
    {FILE_OF("{\"name\": \"f\", \"as\": \"nowhere_defined\"}"),
     "m: function f, member \"as\": no function nowhere_defined"},
    {FILE_OF("{\"name\": \"f\", \"as\": \"g\"}, {\"name\": \"g\", \"as\": \"recv\"}"),
     "m: function f, member \"as\": g is itself a copy"},
    {FILE_OF("{\"name\": \"f\", \"as\": \"recv\", \"arguments\": [0]}"),
     "m: function f, member \"arguments\": row 1 of recv is about an argument that has no place "
     "here"},
    {FILE_OF("{\"name\": \"f\", \"as\": \"recv\", \"arguments\": [0.5]}"),
     "m: function f, member \"arguments\": must be an integer"},
    {FILE_OF("{\"name\": \"f\", \"as\": \"recv\", \"arguments\": [99]}"),
     "m: function f, member \"arguments\": must be between 0 and 31"},
    {FILE_OF("{\"name\": \"f\", \"as\": \"recv\"}, {\"name\": \"f\", \"as\": \"send\"}"),
     "m: function f stands twice (also in m)"},
    /* Rows. */
    {ONE_ROW("7"), "m: function f, row 1: not an object"},
    {ONE_ROW("{}"), "m: function f, row 1, member \"fact\": missing"},
    {ONE_ROW("{\"fact\": \"flows\"}"),
     "m: function f, row 1, member \"fact\": \"flows\" is not a fact"},
    {ONE_ROW("{\"fact\": \"known\"}, {\"fact\": \"flow\", \"from\": \"0\"}"),
     "m: function f, row 2, member \"to\": missing in a row of fact \"flow\""},
    {ONE_ROW("{\"fact\": \"free\", \"from\": \"0\", \"tags\": []}"),
     "m: function f, row 1, member \"tags\": not allowed in a row of fact \"free\""},
    {ONE_ROW("{\"fact\": \"flow\", \"from\": \"0\", \"from\": \"1\", \"to\": \"ret\"}"),
     "m: function f, row 1, member \"from\": stands twice"},
    {ONE_ROW("{\"fact\": \"flow\", \"from\": \"0\", \"To\": \"ret\"}"),
     "m: function f, row 1, member \"To\": not known here"},
    {ONE_ROW("{\"fact\": \"flow\", \"from\": 0, \"to\": \"ret\"}"),
     "m: function f, row 1, member \"from\": must be a string"},
    {ONE_ROW("{\"fact\": \"flow\", \"from\": \"****0\", \"to\": \"ret\"}"),
     "m: function f, row 1, member \"from\": \"****0\" is not a port"},
    {ONE_ROW("{\"fact\": \"flow\", \"from\": \"0.peer\", \"to\": \"ret\"}"),
     "m: function f, row 1, member \"from\": \"0.peer\" is not a port"},
    {ONE_ROW("{\"fact\": \"flow\", \"from\": \"32\", \"to\": \"ret\"}"),
     "m: function f, row 1, member \"from\": \"32\" is not a port"},
    {ONE_ROW("{\"fact\": \"flow\", \"from\": \"ret+\", \"to\": \"ret\"}"),
     "m: function f, row 1, member \"from\": \"ret+\" is not a port"},
    {ONE_ROW("{\"fact\": \"flow\", \"from\": \"2+8\", \"to\": \"ret\"}"),
     "m: function f, row 1, member \"from\": \"2+8\" is not a port"},
    {ONE_ROW("{\"fact\": \"flow\", \"from\": \"ret+8\", \"to\": \"ret\"}"),
     "m: function f, row 1, member \"from\": \"ret+8\" is not a port"},
    {ONE_ROW("{\"fact\": \"flow\", \"from\": \"1+0\", \"to\": \"ret\"}"),
     "m: function f, row 1, member \"from\": \"1+0\" is not a port"},
    {ONE_ROW("{\"fact\": \"flow\", \"from\": \"*1+08\", \"to\": \"ret\"}"),
     "m: function f, row 1, member \"from\": \"*1+08\" is not a port"},
    {ONE_ROW("{\"fact\": \"flow\", \"from\": \"*1+65536\", \"to\": \"ret\"}"),
     "m: function f, row 1, member \"from\": \"*1+65536\" is not a port"},
    {ONE_ROW("{\"fact\": \"flow\", \"from\": \"*1+8+\", \"to\": \"ret\"}"),
     "m: function f, row 1, member \"from\": \"*1+8+\" is not a port"},
    {ONE_ROW("{\"fact\": \"flow\", \"from\": \"*1+8.peer\", \"to\": \"ret\"}"),
     "m: function f, row 1, member \"from\": \"*1+8.peer\" is not a port"},
    {ONE_ROW("{\"fact\": \"flow\", \"from\": \"*1+8x\", \"to\": \"ret\"}"),
     "m: function f, row 1, member \"from\": \"*1+8x\" is not a port"},
    {ONE_ROW("{\"fact\": \"wipe\", \"to\": \"*0\", \"length\": \"*1+8\"}"),
     "m: function f, row 1, member \"length\": \"*1+8\" is not a number of bytes"},
    {ONE_ROW("{\"fact\": \"wipe\", \"to\": \"*0\", \"length\": \"*1.size\"}"),
     "m: function f, row 1, member \"length\": \"*1.size\" is not a number of bytes"},
    {ONE_ROW("{\"fact\": \"flow\", \"from\": \"0\", \"to\": \"ret\", \"tags\": [\"rot13\"]}"),
     "m: function f, row 1, member \"tags\": \"rot13\" is not a tag"},
    {ONE_ROW("{\"fact\": \"flow\", \"from\": \"0\", \"to\": \"ret\", \"replaces\": 1}"),
     "m: function f, row 1, member \"replaces\": must be true or false"},
    {ONE_ROW("{\"fact\": \"flow\", \"from\": \"0\", \"to\": \"ret\", \"later\": false}"),
     "m: function f, row 1, member \"later\": must be true"},
    {ONE_ROW("{\"fact\": \"free\", \"from\": \"0\", \"later\": true}"),
     "m: function f, row 1, member \"later\": not allowed in a row of fact \"free\""},
    {ONE_ROW("{\"fact\": \"origin\", \"class\": \"net.send\", \"to\": \"ret\"}"),
     "m: function f, row 1, member \"class\": \"net.send\" is not a declared class for fact "
     "\"origin\""},
    {ONE_ROW("{\"fact\": \"effect\", \"class\": \"net.send\", \"roles\": {\"victim\": \"0\"}}"),
     "m: function f, row 1, member \"roles\": \"victim\" is not a role"},
    {ONE_ROW("{\"fact\": \"effect\", \"class\": \"net.send\", \"roles\": {\"peer\": \"0\", "
             "\"peer\": \"1\"}}"),
     "m: function f, row 1, member \"roles\": \"peer\" stands twice"},
    {ONE_ROW("{\"fact\": \"effect\", \"class\": \"net.send\", \"roles\": {\"payload\": "
             "[\"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\"]}}"),
     "m: function f, row 1, member \"roles\": more than 6 ports"},
    {ONE_ROW("{\"fact\": \"compare\", \"to\": \"ret\", \"success\": \"zero\", "
             "\"roles\": {\"left\": \"0\"}}"),
     "m: function f, row 1, member \"roles\": a comparison needs \"left\" and \"right\""},
    {ONE_ROW("{\"fact\": \"compare\", \"to\": \"ret\", \"success\": \"none\", \"roles\": {}}"),
     "m: function f, row 1, member \"success\": \"none\" is not known"},
    {ONE_ROW("{\"fact\": \"callback\", \"from\": \"0\", \"arguments\": [{\"origin\": \"x\"}]}"),
     "m: function f, row 1, member \"origin\": \"x\" is not a declared class for fact \"origin\""},
    {ONE_ROW("{\"fact\": \"callback\", \"from\": \"0\", \"arguments\": [1]}"),
     "m: function f, row 1, member \"arguments\": an entry must be a port, null, or "
     "{\"origin\": class}"},
    {PATTERN("{\"kind\": \"folder\", \"pattern\": \"a\", "
             "\"class\": \"public\", \"meaning\": \"b\"}"),
     "m: member \"kind\": \"folder\" is not file, function, place, variable, right, word, "
     "prompt, program or peer"},
    {PATTERN("{\"kind\": \"file\", \"pattern\": \"a\", \"class\": \"public\"}"),
     "m: member \"meaning\": every pattern needs it, as a string"},
    {PATTERN("{\"kind\": \"file\", \"pattern\": \"*a*b*c*d*\", "
             "\"class\": \"public\", \"meaning\": \"b\"}"),
     "m: member \"pattern\": \"*a*b*c*d*\" is too long, or has more than 4 \"*\""},
    {PATTERN("{\"kind\": \"file\", \"pattern\": \"a\", "
             "\"class\": \"network\", \"meaning\": \"b\"}"),
     "m: member \"class\": \"network\" is not a declared class for \"pattern\""},
    {PATTERN("{\"kind\": \"file\", \"pattern\": \"a\", "
             "\"class\": \"public\", \"meaning\": \"b\", \"x\": 1}"),
     "m: member \"x\": not known here"},
    {ONE_ROW("{\"fact\": \"known\", \"when\": {\"argument\": 1}}"),
     "m: function f, row 1, member \"when\": needs one of equals, masked, unmasked, unequal, null"},
    {ONE_ROW("{\"fact\": \"known\", \"when\": {\"equals\": 1}}"),
     "m: function f, row 1, member \"when\": \"argument\" is missing"},
    {ONE_ROW("{\"fact\": \"known\", \"when\": {\"argument\": 1, \"equals\": 1e300}}"),
     "m: function f, row 1, member \"equals\": must be an integer"},
};

struct fixture {
    struct vt_arena *arena;
    struct vt_error error;
};

static int set_up(void **state) {
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->arena = vt_arena_new();
    *state = fixture;
    return 0;
}

static int tear_down(void **state) {
    struct fixture *fixture = *state;
    vt_arena_free(fixture->arena);
    free(fixture);
    return 0;
}

/* Parses TEXT over BASE; it must be right. */
static const struct vt_models *good(struct fixture *fixture, const struct vt_models *base,
                                    const char *text) {
    const struct vt_models *models =
        vt_models_parse(base, "m", text, strlen(text), fixture->arena, &fixture->error);
    assert_string_equal(fixture->error.text, "");
    assert_non_null(models);
    return models;
}

static const struct vt_row *row_of(const struct vt_models *models, const char *function,
                                   size_t number) {
    size_t count;
    const struct vt_row *rows = vt_models_find(models, function, &count);
    assert_true(number < count);
    assert_string_equal(rows[number].function, function);
    return &rows[number];
}

static void assert_sorted(const struct vt_models *models) {
    for (size_t i = 1; i < models->nrows; i++)
        assert_true(strcmp(models->rows[i - 1].function, models->rows[i].function) <= 0);
}

/* ---- Refusals ---------------------------------------------------------------------------- */

static void refuses_with_the_place(void **state) {
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof bad_files / sizeof *bad_files; i++) {
        const struct bad *bad = &bad_files[i];
        struct vt_error error = {""};
        assert_null(vt_models_parse(&vt_builtin_models, "m", bad->text, strlen(bad->text),
                                    fixture->arena, &error));
        assert_string_equal(error.text, bad->message);
    }
}

static void refuses_nul_bytes(void **state) {
    struct fixture *fixture = *state;
    static const char text[] = "{\"library\": \"mine\", \"functions\": []}\0{}";
    assert_null(vt_models_parse(NULL, "m", text, sizeof text - 1, fixture->arena, &fixture->error));
    assert_string_equal(fixture->error.text, "m:1: control character 0x00");
}

static void refuses_missing_file(void **state) {
    struct fixture *fixture = *state;
    assert_null(vt_models_load(NULL, "/nowhere/m.json", fixture->arena, &fixture->error));
    assert_string_equal(fixture->error.text, "/nowhere/m.json: No such file or directory");
}

/* Every prefix of a right file is wrong, and none of them crashes. */
static void refuses_every_cut(void **state) {
    struct fixture *fixture = *state;
    static const char text[] =
        ONE_ROW("{\"fact\": \"effect\", \"class\": \"net.send\", \"roles\": {\"payload\": "
                "[\"*1\", \"2+\"]}, \"when\": {\"argument\": 1, \"masked\": 4}}");
    for (size_t size = 0; size < sizeof text - 1; size++) {
        struct vt_error error = {""};
        char *cut = malloc(size + !size); /* exact room, for the sanitizers */
        memcpy(cut, text, size);
        assert_null(vt_models_parse(NULL, "m", cut, size, fixture->arena, &error));
        assert_int_equal(strncmp(error.text, "m", 1), 0);
        free(cut);
    }
}

/* Copies of copies would let a small file ask for endless rows. */
static void refuses_too_many_rows(void **state) {
    struct fixture *fixture = *state;
    enum { ORIGINAL = 300, COPIES = 300 };
    char *text = malloc(1 << 20), *end = text;
    end += sprintf(end, "{\"library\": \"big\", \"functions\": [{\"name\": \"a\", \"rows\": [");
    for (int i = 0; i < ORIGINAL; i++)
        end += sprintf(end, "%s{\"fact\": \"known\"}", i ? "," : "");
    end += sprintf(end, "]}");
    for (int i = 0; i < COPIES; i++)
        end += sprintf(end, ",{\"name\": \"b%d\", \"as\": \"a\"}", i);
    end += sprintf(end, "]}");
    assert_null(
        vt_models_parse(NULL, "m", text, (size_t)(end - text), fixture->arena, &fixture->error));
    assert_non_null(strstr(fixture->error.text, ": more than 65536 rows in all"));
    free(text);
}

/* ---- What rows become -------------------------------------------------------------------- */

static void reads_every_member(void **state) {
    const struct vt_models *models = good(
        *state, NULL,
        FILE_OF(
            "{\"name\": \"f\", \"prototype\": \"int f(int)\", \"rows\": ["
            "{\"fact\": \"flow\", \"from\": \"**1\", \"to\": \"*ret.peer\", \"length\": \"2\", "
            "\"tags\": [\"xor\", \"secret-keyed\"], \"replaces\": true, "
            "\"when\": {\"argument\": 3, \"masked\": 4, \"name\": \"X\"}},"
            "{\"fact\": \"check\", \"class\": \"check.mac\", \"to\": \"ret\", \"value\": \"Q\", "
            "\"success\": \"not-negative\", \"roles\": {\"payload\": [\"*1\", \"2+\"], "
            "\"key\": \"0\"}},"
            "{\"fact\": \"callback\", \"from\": \"*0.f\", \"arguments\": "
            "[{\"origin\": \"network\"}, null, \"*0.arg\"]}]}"));
    const struct vt_row *flow = row_of(models, "f", 0);
    assert_int_equal(flow->fact, VT_FACT_FLOW);
    assert_int_equal(flow->from.base, 1);
    assert_int_equal(flow->from.depth, 2);
    assert_null(flow->from.field);
    assert_int_equal(flow->to.base, VT_PORT_RETURN);
    assert_string_equal(flow->to.field, "peer");
    assert_int_equal(flow->length.base, 2);
    assert_int_equal(flow->tags, VT_TAG_XOR | VT_TAG_SECRET_KEYED);
    assert_true(flow->replaces);
    assert_int_equal(flow->when, VT_WHEN_MASKED);
    assert_int_equal(flow->when_argument, 3);
    assert_int_equal(flow->when_value, 4);
    assert_string_equal(flow->library, "mine");

    const struct vt_row *check = row_of(models, "f", 1);
    assert_string_equal(check->class_name, "check.mac");
    assert_string_equal(check->value, "Q");
    assert_int_equal(check->success, VT_SUCCESS_NOT_NEGATIVE);
    assert_int_equal(check->from.base, VT_PORT_NONE);
    assert_int_equal(check->length.base, VT_PORT_NONE);
    assert_int_equal(check->nroles, 3);
    assert_int_equal(check->roles[1].role, VT_ROLE_PAYLOAD);
    assert_int_equal(check->roles[1].port.base, 2);
    assert_true(check->roles[1].port.rest);
    assert_int_equal(check->roles[2].role, VT_ROLE_KEY);

    const struct vt_row *callback = row_of(models, "f", 2);
    assert_int_equal(callback->narguments, 3);
    assert_string_equal(callback->arguments[0].origin, "network");
    assert_int_equal(callback->arguments[0].port.base, VT_PORT_NONE);
    assert_int_equal(callback->arguments[1].port.base, VT_PORT_NONE);
    assert_null(callback->arguments[1].origin);
    assert_string_equal(callback->arguments[2].port.field, "arg");
}

/* Digits behind "+" are an offset; nothing behind it means all arguments after. */
static void reads_offsets(void **state) {
    const struct vt_models *models =
        good(*state, NULL,
             FILE_OF("{\"name\": \"f\", \"rows\": ["
                     "{\"fact\": \"flow\", \"from\": \"**ret+8\", \"to\": \"*1+65535:4\"},"
                     "{\"fact\": \"flow\", \"from\": \"**1\", \"to\": \"*2+\"},"
                     "{\"fact\": \"free\", \"from\": \"**1+0\"}]},"
                     "{\"name\": \"g\", \"as\": \"f\", \"arguments\": [0, 3, 4]}"));
    const struct vt_row *row = row_of(models, "f", 0);
    assert_int_equal(row->from.base, VT_PORT_RETURN);
    assert_int_equal(row->from.depth, 2);
    assert_int_equal(row->from.offset, 8);
    assert_false(row->from.rest);
    assert_int_equal(row->to.base, 1);
    assert_int_equal(row->to.offset, 65535);
    assert_int_equal(row->to.size, 4);
    assert_int_equal(row->from.size, 0);
    assert_false(row->to.rest);
    row = row_of(models, "f", 1);
    assert_int_equal(row->from.offset, 0);
    assert_int_equal(row->to.offset, 0);
    assert_true(row->to.rest);
    assert_int_equal(row_of(models, "f", 2)->from.offset, VT_PORT_START);
    row = row_of(models, "g", 0);
    assert_int_equal(row->to.base, 3);
    assert_int_equal(row->to.offset, 65535);
    assert_int_equal(row->to.size, 4);
}

static void reads_every_condition(void **state) {
    static const struct {
        const char *text;
        enum vt_condition when;
        int64_t value;
    } cases[] = {
        {"\"equals\": -1", VT_WHEN_EQUAL, -1},
        {"\"masked\": 2147483648", VT_WHEN_MASKED, 2147483648},
        {"\"unmasked\": 1", VT_WHEN_UNMASKED, 1},
        {"\"unequal\": 0", VT_WHEN_UNEQUAL, 0},
        {"\"null\": true", VT_WHEN_NULL, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[256];
        snprintf(text, sizeof text,
                 ONE_ROW("{\"fact\": \"known\", \"when\": {\"argument\": 2, %s}}"), cases[i].text);
        const struct vt_row *row = row_of(good(*state, NULL, text), "f", 0);
        assert_int_equal(row->when, cases[i].when);
        assert_int_equal(row->when_value, cases[i].value);
    }
}

static void copies_renumber_every_port(void **state) {
    const struct vt_models *models =
        good(*state, NULL,
             FILE_OF("{\"name\": \"f\", \"rows\": [{\"fact\": \"effect\", \"class\": \"net.send\", "
                     "\"roles\": {\"payload\": [\"*1\", \"3+\"], \"handle\": \"0\"}, "
                     "\"when\": {\"argument\": 2, \"equals\": 7}}]},"
                     "{\"name\": \"f_chk\", \"as\": \"f\", \"arguments\": [1, 2, 4, 6]},"
                     "{\"name\": \"f_same\", \"as\": \"f\"}"));
    const struct vt_row *copy = row_of(models, "f_chk", 0);
    assert_int_equal(copy->roles[0].port.base, 2);
    assert_int_equal(copy->roles[1].port.base, 6);
    assert_true(copy->roles[1].port.rest);
    assert_int_equal(copy->roles[2].port.base, 1);
    assert_int_equal(copy->when_argument, 4);
    assert_int_equal(copy->from.base, VT_PORT_NONE);
    assert_int_equal(row_of(models, "f_same", 0)->roles[0].port.base, 1);
    assert_int_equal(row_of(models, "f", 0)->roles[0].port.base, 1);
}

/* ---- Overlays ---------------------------------------------------------------------------- */

static void overlay_replaces_whole_functions(void **state) {
    size_t count, before;
    assert_non_null(vt_models_find(&vt_builtin_models, "socket", &before));
    assert_true(before > 1);
    const struct vt_models *models =
        good(*state, &vt_builtin_models,
             FILE_OF("{\"name\": \"socket\", \"rows\": [{\"fact\": \"noreturn\"}]},"
                     "{\"name\": \"my_recv\", \"as\": \"recv\", \"arguments\": [1, 2, 3, 0]}"));
    assert_sorted(models);
    vt_models_find(models, "socket", &count);
    assert_int_equal(count, 1);
    assert_string_equal(row_of(models, "socket", 0)->library, "mine");
    vt_models_find(&vt_builtin_models, "recv", &count);
    assert_int_equal(models->nrows, vt_builtin_models.nrows - before + 1 + count);
    assert_int_equal(row_of(models, "my_recv", 0)->to.base, 2);
    assert_ptr_equal(row_of(models, "send", 0)->class_name,
                     row_of(&vt_builtin_models, "send", 0)->class_name);
}

static void overlay_may_declare_classes(void **state) {
    const struct vt_models *models =
        good(*state, &vt_builtin_models,
             "{\"library\": \"mine\", \"classes\": [{\"fact\": \"effect\", \"name\": "
             "\"door.unlock\", \"meaning\": \"Opens the door.\"}], \"functions\": [{\"name\": "
             "\"unlock\", \"rows\": [{\"fact\": \"effect\", \"class\": \"door.unlock\"}]}]}");
    assert_string_equal(row_of(models, "unlock", 0)->class_name, "door.unlock");
}

static void digest_covers_base_and_file(void **state) {
    static const char a[] = ONE_ROW("{\"fact\": \"known\"}");
    static const char b[] = ONE_ROW("{\"fact\": \"known\"} ");
    const struct vt_models *one = good(*state, &vt_builtin_models, a);
    assert_memory_equal(one->digest, good(*state, &vt_builtin_models, a)->digest, 32);
    assert_memory_not_equal(one->digest, good(*state, &vt_builtin_models, b)->digest, 32);
    assert_memory_not_equal(one->digest, good(*state, NULL, a)->digest, 32);
    assert_memory_not_equal(one->digest, vt_builtin_models.digest, 32);
}

static void overlay_of_nothing_keeps_everything(void **state) {
    const struct vt_models *models = good(*state, &vt_builtin_models, FILE_OF(""));
    assert_int_equal(models->nrows, vt_builtin_models.nrows);
    for (size_t i = 0; i < models->nrows; i++)
        assert_memory_equal(&models->rows[i], &vt_builtin_models.rows[i], sizeof *models->rows);
}

static const char *class_of(const struct vt_models *models, const char *kind, const char *text) {
    const struct vt_pattern *pattern = vt_models_classify(models, kind, text);
    return pattern ? pattern->class_name : "";
}

static void patterns_of_the_file_come_first(void **state) {
    const struct vt_models *models =
        good(*state, &vt_builtin_models,
             PATTERN("{\"kind\": \"file\", \"pattern\": \"*/id_test\", \"class\": \"public\", "
                     "\"meaning\": \"A key of our tests.\"}, "
                     "{\"kind\": \"variable\", \"pattern\": \"DOOR_*\", "
                     "\"class\": \"secret.key\", \"meaning\": \"Opens the door.\"}"));
    assert_string_equal(class_of(models, "file", "/root/.ssh/id_test"), "public");
    assert_string_equal(class_of(&vt_builtin_models, "file", "/root/.ssh/id_test"), "secret.key");
    assert_string_equal(class_of(models, "file", "/root/.ssh/id_rsa"), "secret.key");
    assert_string_equal(class_of(models, "variable", "door_code"), "secret.key");
    assert_string_equal(class_of(models, "file", "DOOR_CODE"), "");
    assert_int_equal(models->npatterns, vt_builtin_models.npatterns + 2);
}

/* ---- The built-in table ------------------------------------------------------------------ */

static void builtin_is_sorted_and_whole(void **state) {
    (void)state;
    size_t count;
    assert_sorted(&vt_builtin_models);
    assert_true(vt_builtin_models.nrows > 3000);
    for (size_t i = 0; i < vt_builtin_models.nrows; i++) {
        const struct vt_row *row = &vt_builtin_models.rows[i];
        assert_true(row->fact < VT_FACT_COUNT);
        assert_non_null(vt_models_find(&vt_builtin_models, row->function, &count));
        assert_non_null(row->library);
    }
    assert_null(vt_models_find(&vt_builtin_models, "no_such_function", &count));
    assert_int_equal(count, 0);
}

/* What the build made ready is what would be made now. */
static void builtin_references_are_ready(void **state) {
    (void)state;
    struct vt_arena *arena = vt_arena_new();
    const struct vt_reference_lookup *built = vt_builtin_models.lookup;
    const struct vt_reference_lookup *made =
        vt_references_prepare(vt_builtin_models.references, vt_builtin_models.nreferences, arena);
    assert_true(made->npieces > 1000 && made->nwords > 100);
    assert_int_equal(built->npieces, made->npieces);
    assert_int_equal(built->nslots, made->nslots);
    assert_int_equal(built->nwords, made->nwords);
    assert_memory_equal(built->pieces, made->pieces, made->npieces * sizeof *made->pieces);
    assert_memory_equal(built->slots, made->slots, made->nslots * sizeof *made->slots);
    assert_memory_equal(built->words, made->words, made->nwords * sizeof *made->words);
    vt_arena_free(arena);
}

static void builtin_copies_lead_to_the_right_arguments(void **state) {
    (void)state;
    const struct vt_row *row = row_of(&vt_builtin_models, "__snprintf_chk", 1);
    assert_int_equal(row->fact, VT_FACT_FLOW);
    assert_int_equal(row->from.base, 5); /* (dst, n, flag, size, format, ...) */
    assert_true(row->from.rest);
    assert_int_equal(row->to.base, 0);
    row = row_of(&vt_builtin_models, "EVP_EncryptInit", 0);
    assert_int_equal(row->roles[2].role, VT_ROLE_KEY);
    assert_int_equal(row->roles[2].port.base, 2); /* no engine argument */
}

static void builtin_patterns_tell_what_names_hold(void **state) {
    (void)state;
    static const struct {
        const char *kind, *text, *class_name;
    } cases[] = {
        {"file", "/etc/shadow", "secret.credential.stored"},
        {"file", "/home/me/.ssh/id_ed25519", "secret.key"},
        {"file", "%s/.ssh/id_rsa", "secret.key"},
        {"file", "/home/me/.ssh/id_ed25519.pub", "public"},
        {"file", "/home/me/.ssh/known_hosts", "public"},
        {"file", "/home/me/.aws/credentials", "secret.credential"},
        {"file", "/home/me/.mozilla/firefox/x.default/logins.json", "secret.credential"},
        {"file", "/proc/4711/mem", "secret.memory"},
        {"file", "/proc/self/mem", "public"},
        {"file", "/home/me/.bash_history", "private.history"},
        {"file", "/usr/share/keyrings/archive.gpg", "public"},
        {"file", "/etc/passwd", "host.user"},
        {"file", "/etc/hostname", "host.identity"},
        {"file", "/dev/input/event3", "capture.keyboard"},
        {"file", "/etc/meter.conf", "settings"},
        {"file", "/var/lib/app/data.db", ""},
        {"place", "/usr/bin/ls", "system.program"},
        {"place", "/lib/modules/6.1/net.ko", "system.program.module"},
        {"place", "/etc/cron.d/job", "system.program.start"},
        {"place", "/home/me/.bashrc", "system.program.start"},
        {"place", "/dev/mtd0", "system.program.firmware"},
        {"place", "/etc/sudoers", "system.account.entry"},
        {"place", "/home/me/notes.txt", ""},
        {"place", "/tmp/x", "transient.open"},
        {"variable", "AWS_SECRET_ACCESS_KEY", "secret.key"},
        {"variable", "GITHUB_TOKEN", "secret.credential"},
        {"variable", "PGPASSWORD", "secret.credential"},
        {"variable", "GIT_TOKEN_FILE", "public"},
        {"variable", "PATH", ""},
        {"variable", "HOME", ""},
        {"variable", "DESKTOP_SESSION", ""},
        {"variable", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(class_of(&vt_builtin_models, cases[i].kind, cases[i].text),
                            cases[i].class_name);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(refuses_with_the_place, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_nul_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_missing_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_every_cut, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_too_many_rows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reads_every_member, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reads_offsets, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reads_every_condition, set_up, tear_down),
        cmocka_unit_test_setup_teardown(copies_renumber_every_port, set_up, tear_down),
        cmocka_unit_test_setup_teardown(overlay_replaces_whole_functions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(overlay_may_declare_classes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(digest_covers_base_and_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(overlay_of_nothing_keeps_everything, set_up, tear_down),
        cmocka_unit_test_setup_teardown(patterns_of_the_file_come_first, set_up, tear_down),
        cmocka_unit_test(builtin_patterns_tell_what_names_hold),
        cmocka_unit_test(builtin_is_sorted_and_whole),
        cmocka_unit_test(builtin_references_are_ready),
        cmocka_unit_test(builtin_copies_lead_to_the_right_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
