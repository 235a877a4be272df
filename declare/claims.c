/* Claims in a file of their own, for code the vendor cannot or will not touch:
 *
 *     {"claims": [{"rule": "update/remote-shell", "function": "attach", "file": "src/bench.c",
 *                  "reason": "console of the test bench, see #12"}]}
 */
#include <string.h>

#include "declare/declare.h"
#include "declare/document.h"
#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/finding/finding.h"
#include "models/parse.h"

#define MAX_CLAIMS 10000

static bool read_claim(const struct vt_document *r, const struct vt_place_in *place,
                       const cJSON *item, struct vt_file_claim *claim) {
    if (!cJSON_IsObject(item))
        return vt_refuse(r, place, "must be an object");
    if (!vt_take_text(r, place, item, "rule", true, &claim->rule) ||
        !vt_take_text(r, place, item, "reason", true, &claim->reason) ||
        !vt_take_text(r, place, item, "function", false, &claim->function) ||
        !vt_take_text(r, place, item, "file", false, &claim->file))
        return false;
    if (!vt_rule_exists(claim->rule, strlen(claim->rule)))
        return vt_refuse(r, place, "there is no such rule or family of rules");
    if (!*claim->reason)
        return vt_refuse(r, place, "the reason is empty");
    if (!claim->function && !claim->file)
        return vt_refuse(r, place, "must name a function, a file, or both");
    return true;
}

static bool read_claims(const struct vt_document *r, const cJSON *root,
                        struct vt_file_claims *claims) {
    const cJSON *array, *item;
    if (!cJSON_IsObject(root))
        return vt_fail(r->error, "%s: must be a JSON object", r->name);
    if (!vt_take_array(r, NULL, root, "claims", MAX_CLAIMS, &array))
        return false;
    if (!array)
        return vt_fail(r->error, "%s: claims: is missing", r->name);
    claims->items =
        vt_alloc_array(r->arena, (size_t)cJSON_GetArraySize(array), sizeof *claims->items);
    cJSON_ArrayForEach(item, array) {
        const struct vt_place_in place = {NULL, "claims", (int)claims->count};
        if (!read_claim(r, &place, item, &claims->items[claims->count++]))
            return false;
    }
    return true;
}

struct vt_file_claims *vt_claims_load(const char *path, struct vt_arena *arena,
                                      struct vt_error *error) {
    size_t size;
    const char *text = vt_file_read(path, arena, &size, error);
    struct vt_document r = {path, arena, error};
    struct vt_file_claims *claims = vt_alloc(arena, sizeof *claims);
    cJSON *root = text ? vt_json_parse(path, text, size, error) : NULL;
    bool ok = root && read_claims(&r, root, claims);
    cJSON_Delete(root);
    return ok ? claims : NULL;
}

/* True if PATH is FILE, or ends in it after a slash. */
static bool is_file(const char *path, const char *file) {
    size_t length = strlen(path), tail = strlen(file);
    return length >= tail && strcmp(path + length - tail, file) == 0 &&
           (length == tail || path[length - tail - 1] == '/');
}

static bool is_about(const struct vt_file_claim *claim, const struct vt_finding *finding) {
    const struct vt_step *place = &finding->steps[finding->nsteps - 1];
    return vt_rule_is(finding->rule, claim->rule) &&
           (!claim->function || strcmp(claim->function, place->function) == 0) &&
           (!claim->file || is_file(place->file, claim->file));
}

void vt_claims_apply(struct vt_file_claims *claims, struct vt_findings *findings) {
    for (size_t c = 0; c < claims->count; c++)
        for (size_t f = 0; f < findings->count; f++) {
            if (!is_about(&claims->items[c], &findings->items[f]))
                continue;
            claims->items[c].is_used = true;
            vt_finding_claimed(findings, &findings->items[f], claims->items[c].reason, false);
        }
}
