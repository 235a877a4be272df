/* Which files there are is collected first, because a name depends on all of them: what they have
 * in common is cut off, and no two files may end up with one name.
 */
#include "sarif/artifacts.h"

#include <assert.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/binary/encode.h"
#include "sarif/uri.h"

#define BASE_ID "SRCROOT"

/* ---- Collecting -------------------------------------------------------------------------- */

/* The SHA-256 of what UNIT (or NULL) read at PATH, or NULL if it does not tell. */
static const uint8_t (*digest_of(const struct vt_unit *unit, const char *path))[32] {
    uint32_t name = unit ? vt_strings_find(unit->strings, path) : VT_NONE;
    for (uint32_t i = 0; name != VT_NONE && i < unit->nfiles; i++)
        if (unit->files[i].path == name && unit->files[i].has_digest)
            return (const uint8_t(*)[32]) & unit->files[i].sha256;
    return NULL;
}

/* What tells artifacts apart: what was read, if that is known, and at which path. */
static const char *identity(struct vt_arena *arena, const char *plain,
                            const uint8_t (*digest)[32]) {
    char text[65] = "-";
    if (digest)
        vt_hex(*digest, text);
    return vt_alloc_format(arena, "%s%s", text, plain);
}

/* The index of the artifact whose identity is KEY, SIZE_MAX if there is none. */
static size_t find(const struct vt_artifacts *artifacts, const char *key) {
    uint32_t known = vt_strings_find(artifacts->keys, key);
    return known == UINT32_MAX ? SIZE_MAX : artifacts->by_key[known - 1];
}

static void name_key(struct vt_artifacts *artifacts, const char *key, size_t index) {
    size_t number = vt_intern(artifacts->keys, key) - 1;
    artifacts->by_key = vt_grow(artifacts->arena, artifacts->by_key, number, &artifacts->room,
                                sizeof *artifacts->by_key);
    artifacts->by_key[number] = index;
}

/* The artifact for PATH as UNIT read it, made if there is none yet. The first with a path is also
 * the one of whoever does not tell what was read there. */
static struct vt_artifact *intern(struct vt_artifacts *artifacts, const char *path,
                                  const uint8_t (*digest)[32]) {
    const char *plain = vt_path_normalise(artifacts->arena, path);
    const char *key = identity(artifacts->arena, plain, digest);
    const char *any = identity(artifacts->arena, plain, NULL);
    size_t index = find(artifacts, key), first = find(artifacts, any);
    if (index != SIZE_MAX)
        return &artifacts->items[index];
    index = artifacts->count;
    artifacts->items = vt_grow(artifacts->arena, artifacts->items, artifacts->count,
                               &artifacts->capacity, sizeof *artifacts->items);
    struct vt_artifact *artifact = &artifacts->items[artifacts->count++];
    *artifact = (struct vt_artifact){.path = plain, .digest = digest, .variant = 1};
    if (first == SIZE_MAX)
        name_key(artifacts, any, index);
    else
        artifact->variant = ++artifacts->items[first].nvariants + 1;
    if (digest)
        name_key(artifacts, key, index);
    return artifact;
}

/* What UNIT read: files with a digest first, which others of the same path then stand for. */
static void add_read(struct vt_artifacts *artifacts, const struct vt_unit *unit) {
    for (uint32_t i = 0; i < unit->nfiles; i++) {
        const struct vt_file *file = &unit->files[i];
        const char *path = vt_string(unit->strings, file->path);
        if (*path && file->has_digest)
            intern(artifacts, path, &file->sha256);
    }
}

static void add_named(struct vt_artifacts *artifacts, const struct vt_unit *unit) {
    const char *source = vt_string(unit->strings, unit->source);
    if (*source)
        intern(artifacts, source, digest_of(unit, source))->is_main = true;
    for (uint32_t i = 0; i < unit->nfiles; i++) {
        const char *path = vt_string(unit->strings, unit->files[i].path);
        if (*path && !unit->files[i].has_digest)
            intern(artifacts, path, NULL);
    }
}

static void add_finding(struct vt_artifacts *artifacts, const struct vt_finding *finding) {
    for (size_t i = 0; i < finding->nsteps; i++) {
        const struct vt_step *step = &finding->steps[i];
        if (*step->file)
            intern(artifacts, step->file, digest_of(step->unit, step->file));
    }
}

/* ---- Naming ------------------------------------------------------------------------------ */

/* The folder that all absolute main files lie in, as a length of the first one's path. */
struct root {
    const char *path;
    size_t length;
};

static struct root common_root(const struct vt_artifacts *artifacts) {
    struct root root = {NULL, 0};
    for (size_t i = 0; i < artifacts->count; i++) {
        const struct vt_artifact *artifact = &artifacts->items[i];
        if (!artifact->is_main || vt_path_kind(artifact->path) != VT_PATH_ABSOLUTE)
            continue;
        if (!root.path) {
            root.path = artifact->path;
            root.length = strlen(artifact->path);
        }
        root.length = vt_path_common(artifact->path, root.path, root.length);
    }
    return root;
}

/* What is left of a path below one of these would begin with the name of a person. */
static bool tells_names(struct root root) {
    static const char *const folders[] = {"/", "/home/", "/Users/", "C:/", "C:/Users/"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (root.length == strlen(folders[i]) && memcmp(root.path, folders[i], root.length) == 0)
            return true;
    return false;
}

/* The path ARTIFACT would have below SRCROOT, or NULL if it does not lie there. Of an image that
 * was named by an absolute path only the last segment is told. */
static const char *path_below(const struct vt_artifact *artifact, struct root root) {
    const char *path = artifact->path, *slash = strrchr(path, '/');
    if (artifact->is_image && vt_path_kind(path) != VT_PATH_RELATIVE)
        return slash ? slash + 1 : NULL;
    switch (vt_path_kind(path)) {
    case VT_PATH_RELATIVE:
        return path;
    case VT_PATH_ABOVE:
        while (strncmp(path, "../", 3) == 0)
            path += 3;
        return strcmp(path, "..") == 0 ? NULL : path;
    default:
        if (root.length == 0 || strncmp(path, root.path, root.length) != 0)
            return NULL;
        return path + root.length;
    }
}

/* A name for what lies elsewhere: the last segment, in a folder with the number of its own. */
static const char *path_outside(struct vt_arena *arena, const char *path,
                                struct vt_strings *folders) {
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    uint32_t number = vt_strings_add(folders, path, (size_t)(name - path));
    if (*name == '\0' || strcmp(name, "..") == 0)
        name = "folder"; /* hostile or mistaken: no file has such a name */
    return vt_alloc_format(arena, "outside/%u/%s", number, name);
}

/* What has been given to artifacts so far. */
struct naming {
    struct vt_arena *arena;
    struct root root;
    struct vt_strings *taken, *folders;
};

static void name_artifact(struct naming *naming, struct vt_artifact *artifact) {
    struct vt_arena *arena = naming->arena;
    bool is_system = vt_path_kind(artifact->path) == VT_PATH_SYSTEM && !artifact->is_image;
    artifact->is_system = is_system && artifact->variant == 1;
    const char *path = is_system ? artifact->path : path_below(artifact, naming->root);
    if (path && artifact->variant > 1)
        path = vt_alloc_format(arena, "variant/%u/%s", artifact->variant, path + is_system);
    if (!path || vt_strings_find(naming->taken, path) != UINT32_MAX)
        path =
            path_outside(arena,
                         artifact->variant == 1
                             ? artifact->path
                             : vt_alloc_format(arena, "%u/%s", artifact->variant, artifact->path),
                         naming->folders);
    vt_intern(naming->taken, path);
    artifact->uri = vt_alloc_format(arena, "%s%s", artifact->is_system ? "file://" : "",
                                    vt_uri_encode(arena, path));
}

/* Gives every artifact its URI. A relative path keeps its name; others step aside if it is taken.
 */
static void name_artifacts(struct vt_artifacts *artifacts) {
    struct vt_arena *arena = artifacts->arena;
    struct naming naming = {.arena = arena, .root = common_root(artifacts)};
    naming.taken = vt_strings_new(arena);
    naming.folders = vt_strings_new(arena);
    if (naming.root.path && tells_names(naming.root))
        naming.root.length = 0;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < artifacts->count; i++) {
            bool is_relative = vt_path_kind(artifacts->items[i].path) == VT_PATH_RELATIVE;
            if (is_relative == (pass == 0))
                name_artifact(&naming, &artifacts->items[i]);
        }
}

struct vt_artifacts *vt_artifacts_new(const struct vt_report *report, struct vt_arena *arena) {
    struct vt_artifacts *artifacts = vt_alloc(arena, sizeof *artifacts);
    artifacts->arena = arena;
    artifacts->keys = vt_strings_new(arena);
    if (report->image)
        intern(artifacts, report->image, &report->image_digest)->is_image = true;
    uint32_t nunits = report->program ? vt_program_nunits(report->program) : 0;
    for (uint32_t i = 0; i < nunits; i++)
        add_read(artifacts, vt_program_unit(report->program, i, NULL));
    for (uint32_t i = 0; i < nunits; i++)
        add_named(artifacts, vt_program_unit(report->program, i, NULL));
    for (size_t i = 0; i < report->findings->count; i++)
        add_finding(artifacts, &report->findings->items[i]);
    name_artifacts(artifacts);
    return artifacts;
}

size_t vt_artifacts_find(const struct vt_artifacts *artifacts, const struct vt_unit *unit,
                         const char *path) {
    struct vt_arena *arena = vt_arena_new();
    size_t index = SIZE_MAX;
    if (*path) {
        const char *plain = vt_path_normalise(arena, path);
        index = find(artifacts, identity(arena, plain, digest_of(unit, path)));
        assert(index != SIZE_MAX);
    }
    vt_arena_free(arena);
    return index;
}

/* ---- Writing ----------------------------------------------------------------------------- */

void vt_artifacts_locate(const struct vt_artifacts *artifacts, struct vt_json *json, cJSON *parent,
                         const char *key, size_t index) {
    assert(index < artifacts->count);
    const struct vt_artifact *artifact = &artifacts->items[index];
    cJSON *location = vt_json_object(json, parent, key);
    vt_json_text(json, location, "uri", artifact->uri);
    if (!artifact->is_system)
        vt_json_text(json, location, "uriBaseId", BASE_ID);
    vt_json_number(json, location, "index", (double)index);
}

static void put_hashes(const struct vt_artifact *artifact, struct vt_json *json, cJSON *item) {
    char text[65];
    if (!artifact->digest)
        return;
    vt_hex(*artifact->digest, text);
    vt_json_text(json, vt_json_object(json, item, "hashes"), "sha-256", text);
}

/* By the ending, as SARIF spells languages (3.24.10); NULL if it is not one of ours. */
static const char *language_of(const char *uri) {
    static const struct {
        const char *ending, *language;
    } languages[] = {{".c", "c"},           {".h", "c"},           {".cc", "cplusplus"},
                     {".cpp", "cplusplus"}, {".cxx", "cplusplus"}, {".hpp", "cplusplus"},
                     {".hh", "cplusplus"},  {".m", "objectivec"}};
    const char *dot = strrchr(uri, '.');
    for (size_t i = 0; dot && i < sizeof languages / sizeof *languages; i++)
        if (strcmp(dot, languages[i].ending) == 0)
            return languages[i].language;
    return NULL;
}

void vt_artifacts_write(const struct vt_artifacts *artifacts, struct vt_json *json) {
    cJSON *bases = cJSON_CreateObject(), *base = vt_json_object(json, bases, BASE_ID);
    vt_json_text(json, base, "uri", "file:///");
    vt_json_message(json, base, "description",
                    "The root of the vendor's source tree. Its place is not told; set it to where "
                    "the sources are.");
    vt_json_value(json, "originalUriBaseIds", bases);

    vt_json_open(json, "artifacts", '[');
    for (size_t i = 0; i < artifacts->count; i++) {
        const struct vt_artifact *artifact = &artifacts->items[i];
        cJSON *item = cJSON_CreateObject();
        vt_artifacts_locate(artifacts, json, item, "location", i);
        if (artifact->is_main || artifact->is_image)
            vt_json_text(json, vt_json_array(json, item, "roles"), NULL, "analysisTarget");
        const char *language = artifact->is_image ? NULL : language_of(artifact->uri);
        if (language)
            vt_json_text(json, item, "sourceLanguage", language);
        put_hashes(artifact, json, item);
        vt_json_value(json, NULL, item);
    }
    vt_json_close(json, ']');
}
