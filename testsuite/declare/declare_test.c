/* Endpoints, and what a declaration may hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "declare/declare.h"
#include "engine/base/arena.h"
#include "engine/base/error.h"

static int start(void **state) {
    *state = vt_arena_new();
    return 0;
}

static int stop(void **state) {
    vt_arena_free(*state);
    return 0;
}

static struct vt_endpoint parsed(void **state, const char *text) {
    struct vt_endpoint endpoint;
    assert_true(vt_endpoint_parse(text, *state, &endpoint));
    return endpoint;
}

static void test_taken_apart(void **state) {
    struct vt_endpoint e = parsed(state, "HTTPS://user:pw@Files.Maker.EXAMPLE/Up/x?y#z");
    assert_string_equal(e.scheme, "https");
    assert_string_equal(e.host, "files.maker.example");
    assert_string_equal(e.path, "/Up/x");
    assert_int_equal(e.port, 443);
    assert_false(e.is_open);

    e = parsed(state, "[2001:db8::1]:8080/a");
    assert_string_equal(e.host, "2001:db8::1");
    assert_int_equal(e.port, 8080);
    e = parsed(state, "2001:db8::2");
    assert_string_equal(e.host, "2001:db8::2");
    assert_int_equal(e.port, 0);
    e = parsed(state, "maker.example:99999");
    assert_int_equal(e.port, 0);
    e = parsed(state, "http://maker.example:%u/dev/%s.bin");
    assert_int_equal(e.port, 0);
    assert_string_equal(e.path, "/dev/");
    assert_true(e.is_open);
}

static void test_no_endpoint(void **state) {
    static const char *const texts[] = {"",
                                        "https://",
                                        "/var/run/x.sock",
                                        "http://%s/x",
                                        "[::1",
                                        "two words.example",
                                        "--",
                                        "https:///path",
                                        "a@"};
    struct vt_endpoint untouched = {.scheme = "as it was"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_false(vt_endpoint_parse(texts[i], *state, &untouched));
        assert_string_equal(untouched.scheme, "as it was");
    }
}

static void test_covers(void **state) {
    static const struct {
        const char *declared, *found;
        bool covers;
    } cases[] = {
        {"https://a.example", "https://a.example/x", true},
        {"https://a.example", "http://a.example/x", false},
        {"//a.example", "http://a.example/x", true},
        {"https://a.example", "a.example", true},
        {"https://a.example", "b.a.example", false},
        {"https://*.a.example", "https://b.a.example", true},
        {"https://*.a.example", "https://c.b.a.example", false},
        {"https://*.a.example", "https://a.example", false},
        {"https://a.example.", "https://a.example", false},
        {"https://a.example:8443", "https://a.example", false},
        {"https://a.example:443", "https://a.example", true},
        {"//a.example:53", "a.example", true},
        {"https://a.example/up", "https://a.example/up/1", true},
        {"https://a.example/up/", "https://a.example/up", true},
        {"https://a.example/up", "https://a.example/upper", false},
        {"https://a.example/up", "https://a.example/%s", true},
        {"https://a.example/up", "https://a.example/down/%s", false},
        {"https://a.example/up/one", "https://a.example/up/%s", true},
        {"//192.0.2.1", "192.0.2.10", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct vt_endpoint declared = parsed(state, cases[i].declared);
        struct vt_endpoint found = parsed(state, cases[i].found);
        if (vt_endpoint_covers(&declared, &found) != cases[i].covers)
            fail_msg("%s and %s", cases[i].declared, cases[i].found);
    }
}

#define DOCUMENT(services) "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\"," services "}"

static void test_read(void **state) {
    const char *text = DOCUMENT(
        "\"services\":[{\"name\":\"s\",\"endpoints\":[\"https://a.example/x\"],"
        "\"data\":[{\"flow\":\"inbound\",\"classification\":\"secret\"},"
        "{\"flow\":\"outbound\",\"classification\":\"code\"}]},"
        "{\"name\":\"t\",\"properties\":[{\"name\":\"vitrine:peer\",\"value\":\"listener\"}]}]");
    const struct vt_declaration *d =
        vt_declaration_parse("d.json", text, strlen(text), *state, NULL);
    assert_non_null(d);
    assert_int_equal(d->nservices, 2);
    assert_string_equal(d->services[0].endpoints[0].host, "a.example");
    assert_int_equal(d->services[0].data[0].directions, VT_DIRECTION_SENDS);
    assert_int_equal(d->services[0].data[1].directions, VT_DIRECTION_RECEIVES);
    assert_true(d->services[1].is_listener);
    assert_false(d->services[1].is_configured);
}

static void test_refused(void **state) {
    static const struct {
        const char *text, *told;
    } cases[] = {
        {"{\n\n\"bomFormat\": ", "d.json:3: not JSON"},
        {"[]", "d.json: must be a JSON object"},
        {"{}", "d.json: bomFormat: is missing"},
        {"{\"bomFormat\":\"SPDX\",\"specVersion\":\"1.6\"}", "bomFormat: must be CycloneDX"},
        {"{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.3\"}", "specVersion: must be 1.4"},
        {DOCUMENT("\"services\":{}"), "services: must be an array"},
        {DOCUMENT("\"services\":[1]"), "services[0]: must be an object"},
        {DOCUMENT("\"services\":[{\"name\":\"a\"},{}]"), "services[1].name: is missing"},
        {DOCUMENT("\"services\":[{\"name\":\"a\",\"endpoints\":[\"x.example\",7]}]"),
         "services[0].endpoints[1]: must be a string"},
        {DOCUMENT("\"services\":[{\"name\":\"a\",\"endpoints\":[\"/x\"]}]"),
         "services[0].endpoints[0]: must be a URL"},
        {DOCUMENT("\"services\":[{\"name\":\"a\",\"data\":[{\"flow\":\"up\","
                  "\"classification\":\"x\"}]}]"),
         "services[0].data[0].flow: must be inbound"},
        {DOCUMENT("\"services\":[{\"name\":\"a\",\"data\":[{\"flow\":\"inbound\"}]}]"),
         "services[0].data[0].classification: is missing"},
        {DOCUMENT("\"services\":[{\"name\":\"a\",\"properties\":[{\"name\":\"vitrine:peer\","
                  "\"value\":\"me\"}]}]"),
         "services[0].properties[0]: the value of vitrine:peer"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct vt_error error = {0};
        assert_null(
            vt_declaration_parse("d.json", cases[i].text, strlen(cases[i].text), *state, &error));
        if (!strstr(error.text, cases[i].told))
            fail_msg("'%s' does not say '%s'", error.text, cases[i].told);
    }
}

/* Whatever is cut off, nothing is read beyond it. */
static void test_cut(void **state) {
    const char *text =
        DOCUMENT("\"services\":[{\"name\":\"s\",\"endpoints\":[\"https://a.example/x\"]}]");
    for (size_t size = 0; size < strlen(text); size++) {
        struct vt_error error = {0};
        char *copy = vt_alloc_copy(*state, text, size);
        assert_null(vt_declaration_parse("d.json", copy, size, *state, &error));
        assert_true(strlen(error.text) > 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_taken_apart), cmocka_unit_test(test_no_endpoint),
        cmocka_unit_test(test_covers),      cmocka_unit_test(test_read),
        cmocka_unit_test(test_refused),     cmocka_unit_test(test_cut),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
