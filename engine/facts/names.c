/* How enumerators are spelled in models, dumps and reports; finding the rows of a function. */
#include <assert.h>
#include <string.h>

#include "engine/facts/facts.h"
#include "engine/facts/model.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const role_names[] = {
    [VT_ROLE_NONE] = "none",
    [VT_ROLE_PAYLOAD] = "payload",
    [VT_ROLE_HANDLE] = "handle",
    [VT_ROLE_PATH] = "path",
    [VT_ROLE_COMMAND] = "command",
    [VT_ROLE_ARGUMENT] = "argument",
    [VT_ROLE_PEER] = "peer",
    [VT_ROLE_LENGTH] = "length",
    [VT_ROLE_ALGORITHM] = "algorithm",
    [VT_ROLE_KEY] = "key",
    [VT_ROLE_IV] = "iv",
    [VT_ROLE_SIGNATURE] = "signature",
    [VT_ROLE_MODE] = "mode",
    [VT_ROLE_CODE] = "code",
    [VT_ROLE_LEFT] = "left",
    [VT_ROLE_RIGHT] = "right",
    [VT_ROLE_TARGET] = "target",
    [VT_ROLE_KEY_BYTES] = "key-bytes",
    [VT_ROLE_IV_BYTES] = "iv-bytes",
};
_Static_assert(COUNT(role_names) == VT_ROLE_COUNT, "every role has a name");

static const char *const fact_names[] = {
    [VT_FACT_KNOWN] = "known",       [VT_FACT_FLOW] = "flow",         [VT_FACT_ORIGIN] = "origin",
    [VT_FACT_EFFECT] = "effect",     [VT_FACT_CHECK] = "check",       [VT_FACT_COMPARE] = "compare",
    [VT_FACT_ALLOC] = "alloc",       [VT_FACT_FREE] = "free",         [VT_FACT_WIPE] = "wipe",
    [VT_FACT_CALLBACK] = "callback", [VT_FACT_NORETURN] = "noreturn",
};
_Static_assert(COUNT(fact_names) == VT_FACT_COUNT, "every fact has a name");

/* By bit number. */
static const char *const tag_names[] = {
    "arithmetic", "xor",     "encode",   "decode",    "encrypt",      "decrypt",  "hash",
    "compress",   "format",  "truncate", "length",    "index",        "compared", "decided",
    "handle",     "field",   "assumed",  "concealed", "secret-keyed", "number",   "share-1",
    "share-2",    "share-3", "share-4",  "share-5",   "share-6",      "kept",     "element",
};
_Static_assert(1u << (COUNT(tag_names) - 1) == VT_TAG_ELEMENT, "every tag has a name");

static const char *const node_kind_names[] = {
    [VT_NODE_FORMAL] = "formal",     [VT_NODE_RETURN] = "return", [VT_NODE_OUT] = "out",
    [VT_NODE_ARGUMENT] = "argument", [VT_NODE_RESULT] = "result", [VT_NODE_EFFECT] = "effect",
    [VT_NODE_CALLEE] = "callee",     [VT_NODE_GLOBAL] = "global", [VT_NODE_TYPE] = "type",
    [VT_NODE_CONSTANT] = "constant", [VT_NODE_IN] = "in",         [VT_NODE_OUTCOME] = "outcome",
    [VT_NODE_SUBJECT] = "subject",   [VT_NODE_BEHIND] = "behind", [VT_NODE_HUB] = "hub",
    [VT_NODE_PLACED] = "placed",
};
_Static_assert(COUNT(node_kind_names) == VT_NODE_COUNT, "every kind of node has a name");

static const char *const blind_kind_names[] = {
    [VT_BLIND_ASM] = "asm",
    [VT_BLIND_INDIRECT] = "indirect",
    [VT_BLIND_UNMODELLED] = "unmodelled",
    [VT_BLIND_BUDGET] = "budget",
    [VT_BLIND_SETJMP] = "setjmp",
    [VT_BLIND_UNIT] = "unit",
    [VT_BLIND_NO_LOCATIONS] = "no-locations",
    [VT_BLIND_INTERNAL] = "internal",
    [VT_BLIND_GENERATED] = "generated",
    [VT_BLIND_MODELS] = "models",
};
_Static_assert(COUNT(blind_kind_names) == VT_BLIND_COUNT, "every kind of blind spot has a name");

static int find(const char *const *names, size_t count, const char *text) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(names[i], text) == 0)
            return (int)i;
    }
    return -1;
}

const char *vt_role_name(enum vt_role role) {
    return (size_t)role < COUNT(role_names) ? role_names[role] : "?";
}

const char *vt_fact_name(enum vt_fact fact) {
    return (size_t)fact < COUNT(fact_names) ? fact_names[fact] : "?";
}

const char *vt_tag_name(enum vt_tag single_tag) {
    for (size_t bit = 0; bit < COUNT(tag_names); bit++) {
        if ((uint32_t)single_tag == 1u << bit)
            return tag_names[bit];
    }
    return "?";
}

const char *vt_node_kind_name(enum vt_node_kind kind) {
    return (size_t)kind < COUNT(node_kind_names) ? node_kind_names[kind] : "?";
}

const char *vt_blind_kind_name(enum vt_blind_kind kind) {
    return (size_t)kind < COUNT(blind_kind_names) ? blind_kind_names[kind] : "?";
}

int vt_role_find(const char *text) {
    return find(role_names, COUNT(role_names), text);
}

int vt_fact_find(const char *text) {
    return find(fact_names, COUNT(fact_names), text);
}

int64_t vt_tag_find(const char *text) {
    int bit = find(tag_names, COUNT(tag_names), text);
    return bit < 0 ? -1 : (int64_t)1 << bit;
}

const struct vt_row *vt_models_find(const struct vt_models *models, const char *function,
                                    size_t *count) {
    *count = 0;
    size_t low = 0, high = models->nrows;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(models->rows[middle].function, function) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    size_t end = low;
    while (end < models->nrows && strcmp(models->rows[end].function, function) == 0)
        end++;
    *count = end - low;
    return *count ? &models->rows[low] : NULL;
}
