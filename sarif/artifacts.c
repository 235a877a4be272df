/* Which files there are is collected first, because a name depends on all of them: what they have
 * in common is cut off, and no two files may end up with one name.
 */
#include "sarif/artifacts.h"

#include <assert.h>
#include <string.h>

#include "engine/arena.h"
#include "engine/encode.h"
#include "engine/strings.h"
#include "sarif/uri.h"

#define BASE_ID "SRCROOT"

/* ---- Collecting -------------------------------------------------------------------------- */

/* The artifact for PATH, made if there is none yet. */
static struct vt_artifact *intern(struct vt_artifacts *artifacts, const char *path) {
    uint32_t known = vt_strings_find(artifacts->spellings, path);
    if (known != UINT32_MAX)
        return &artifacts->items[artifacts->spelled[known - 1]];
    const char *plain = vt_path_normalise(artifacts->arena, path);
    size_t index = vt_intern(artifacts->paths, plain);
    assert(index > 0 && index <= artifacts->count + 1);
    if (index == artifacts->count + 1) {
        artifacts->items = vt_grow(artifacts->arena, artifacts->items, artifacts->count,
                                   &artifacts->capacity, sizeof *artifacts->items);
        artifacts->items[artifacts->count++].path = plain;
    }
    uint32_t spelling = vt_intern(artifacts->spellings, path) - 1;
    artifacts->spelled = vt_grow(artifacts->arena, artifacts->spelled, spelling,
                                 &artifacts->spelled_capacity, sizeof *artifacts->spelled);
    artifacts->spelled[spelling] = index - 1;
    return &artifacts->items[index - 1];
}

/* A file whose contents differ between units (generated headers) has several. */
static void add_digest(struct vt_artifacts *artifacts, struct vt_artifact *artifact,
                       const uint8_t (*digest)[32]) {
    for (size_t i = 0; i < artifact->ndigests; i++)
        if (memcmp(artifact->digests[i], digest, 32) == 0)
            return;
    artifact->digests = vt_grow(artifacts->arena, artifact->digests, artifact->ndigests,
                                &artifact->capacity, sizeof *artifact->digests);
    artifact->digests[artifact->ndigests++] = digest;
}

static void add_unit(struct vt_artifacts *artifacts, const struct vt_unit *unit) {
    const char *source = vt_string(unit->strings, unit->source);
    if (*source)
        intern(artifacts, source)->is_main = true;
    for (uint32_t i = 0; i < unit->nfiles; i++) {
        const struct vt_file *file = &unit->files[i];
        const char *path = vt_string(unit->strings, file->path);
        if (!*path)
            continue;
        struct vt_artifact *artifact = intern(artifacts, path);
        if (file->has_digest)
            add_digest(artifacts, artifact, &file->sha256);
    }
}

static void add_finding(struct vt_artifacts *artifacts, const struct vt_finding *finding) {
    for (size_t i = 0; i < finding->nsteps; i++)
        if (*finding->steps[i].file)
            intern(artifacts, finding->steps[i].file);
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

/* Gives every artifact its URI. */
static void name_artifacts(struct vt_artifacts *artifacts) {
    struct vt_arena *arena = artifacts->arena;
    struct vt_strings *taken = vt_strings_new(arena), *folders = vt_strings_new(arena);
    struct root root = common_root(artifacts);
    if (root.path && tells_names(root))
        root.length = 0;
    /* A relative path keeps its name; others step aside if it is taken. */
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < artifacts->count; i++) {
            struct vt_artifact *artifact = &artifacts->items[i];
            enum vt_path_kind kind = vt_path_kind(artifact->path);
            if ((kind == VT_PATH_RELATIVE) != (pass == 0))
                continue;
            artifact->is_system = kind == VT_PATH_SYSTEM && !artifact->is_image;
            const char *path = artifact->is_system ? artifact->path : path_below(artifact, root);
            if (!path || vt_strings_find(taken, path) != UINT32_MAX)
                path = path_outside(arena, artifact->path, folders);
            vt_intern(taken, path);
            artifact->uri = vt_alloc_format(arena, "%s%s", artifact->is_system ? "file://" : "",
                                            vt_uri_encode(arena, path));
        }
    }
}

struct vt_artifacts *vt_artifacts_new(const struct vt_report *report, struct vt_arena *arena) {
    struct vt_artifacts *artifacts = vt_alloc(arena, sizeof *artifacts);
    artifacts->arena = arena;
    artifacts->paths = vt_strings_new(arena);
    artifacts->spellings = vt_strings_new(arena);
    if (report->image) {
        struct vt_artifact *image = intern(artifacts, report->image);
        image->is_image = true;
        add_digest(artifacts, image, &report->image_digest);
    }
    uint32_t nunits = report->program ? vt_program_nunits(report->program) : 0;
    for (uint32_t i = 0; i < nunits; i++)
        add_unit(artifacts, vt_program_unit(report->program, i, NULL));
    for (size_t i = 0; i < report->findings->count; i++)
        add_finding(artifacts, &report->findings->items[i]);
    name_artifacts(artifacts);
    return artifacts;
}

size_t vt_artifacts_find(const struct vt_artifacts *artifacts, const char *path) {
    if (!*path)
        return SIZE_MAX;
    uint32_t spelling = vt_strings_find(artifacts->spellings, path);
    assert(spelling != UINT32_MAX && spelling > 0);
    return artifacts->spelled[spelling - 1];
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
    if (artifact->ndigests == 1) {
        vt_hex(*artifact->digests[0], text);
        vt_json_text(json, vt_json_object(json, item, "hashes"), "sha-256", text);
    } else if (artifact->ndigests > 1) {
        /* Units compiled in different folders may mean different files by one path. */
        cJSON *properties = vt_json_object(json, item, "properties");
        cJSON *digests = vt_json_array(json, properties, "sha-256");
        for (size_t i = 0; i < artifact->ndigests; i++) {
            vt_hex(*artifact->digests[i], text);
            vt_json_text(json, digests, NULL, text);
        }
    }
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
