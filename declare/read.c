/* CycloneDX to struct vt_declaration. The file is the vendor's, and hostile to the inspector. */
#include <cjson/cJSON.h>
#include <string.h>

#include "declare/declare.h"
#include "declare/document.h"
#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/binary/encode.h"
#include "models/parse.h"

#define MAX_SERVICES   10000
#define MAX_COMPONENTS 100000 /* libraries stand there as well */
#define MAX_SUITES     1000   /* of one protocol */
#define MAX_ENDPOINTS  1000   /* of one service; so are data */

static bool read_endpoints(const struct vt_document *r, const struct vt_place_in *above,
                           const cJSON *object, struct vt_service *service) {
    const cJSON *array, *item;
    if (!vt_take_array(r, above, object, "endpoints", MAX_ENDPOINTS, &array))
        return false;
    service->endpoints =
        vt_alloc_array(r->arena, (size_t)cJSON_GetArraySize(array), sizeof *service->endpoints);
    cJSON_ArrayForEach(item, array) {
        const struct vt_place_in place = {above, "endpoints", (int)service->nendpoints};
        if (!cJSON_IsString(item))
            return vt_refuse(r, &place, "must be a string");
        if (!vt_endpoint_parse(item->valuestring, r->arena,
                               &service->endpoints[service->nendpoints++]))
            return vt_refuse(r, &place, "must be a URL with a host, such as https://host/path");
    }
    return true;
}

static bool read_flow(const struct vt_document *r, const struct vt_place_in *above,
                      const char *flow, unsigned *directions) {
    static const struct {
        const char *flow;
        unsigned directions;
    } flows[] = {
        {"inbound", VT_DIRECTION_SENDS},
        {"outbound", VT_DIRECTION_RECEIVES},
        {"bi-directional", VT_DIRECTION_SENDS | VT_DIRECTION_RECEIVES},
        {"unknown", VT_DIRECTION_SENDS | VT_DIRECTION_RECEIVES},
    };
    for (size_t i = 0; i < sizeof flows / sizeof *flows; i++) {
        if (strcmp(flows[i].flow, flow) == 0) {
            *directions = flows[i].directions;
            return true;
        }
    }
    const struct vt_place_in place = {above, "flow", -1};
    return vt_refuse(r, &place, "must be inbound, outbound, bi-directional or unknown");
}

static bool read_data(const struct vt_document *r, const struct vt_place_in *above,
                      const cJSON *object, struct vt_service *service) {
    const cJSON *array, *item;
    if (!vt_take_array(r, above, object, "data", MAX_ENDPOINTS, &array))
        return false;
    service->data =
        vt_alloc_array(r->arena, (size_t)cJSON_GetArraySize(array), sizeof *service->data);
    cJSON_ArrayForEach(item, array) {
        const struct vt_place_in place = {above, "data", (int)service->ndata};
        struct vt_declared_data *data = &service->data[service->ndata++];
        const char *flow;
        if (!cJSON_IsObject(item))
            return vt_refuse(r, &place, "must be an object");
        if (!vt_take_text(r, &place, item, "flow", true, &flow) ||
            !vt_take_text(r, &place, item, "classification", true, &data->classification) ||
            !read_flow(r, &place, flow, &data->directions))
            return false;
    }
    return true;
}

/* "vitrine:peer" tells of services that the program does not name. */
static bool read_properties(const struct vt_document *r, const struct vt_place_in *above,
                            const cJSON *object, struct vt_service *service) {
    const cJSON *array, *item;
    int count = 0;
    if (!vt_take_array(r, above, object, "properties", MAX_ENDPOINTS, &array))
        return false;
    cJSON_ArrayForEach(item, array) {
        const struct vt_place_in place = {above, "properties", count++};
        const char *name, *value;
        if (!cJSON_IsObject(item))
            return vt_refuse(r, &place, "must be an object");
        if (!vt_take_text(r, &place, item, "name", true, &name) ||
            !vt_take_text(r, &place, item, "value", false, &value))
            return false;
        if (strcmp(name, "vitrine:peer") != 0)
            continue;
        service->is_configured = value && strcmp(value, "configured") == 0;
        service->is_listener = value && strcmp(value, "listener") == 0;
        if (!service->is_configured && !service->is_listener)
            return vt_refuse(r, &place, "the value of vitrine:peer must be configured or listener");
    }
    return true;
}

static bool read_service(const struct vt_document *r, const struct vt_place_in *place,
                         const cJSON *item, struct vt_service *service) {
    if (!cJSON_IsObject(item))
        return vt_refuse(r, place, "must be an object");
    return vt_take_text(r, place, item, "name", true, &service->name) &&
           read_endpoints(r, place, item, service) && read_data(r, place, item, service) &&
           read_properties(r, place, item, service);
}

/* That it is CycloneDX, of a version whose services are as we read them. */
static bool check_format(const struct vt_document *r, const cJSON *root) {
    static const char *const versions[] = {"1.4", "1.5", "1.6"};
    const struct vt_place_in place = {NULL, "specVersion", -1};
    const char *format, *version;
    if (!cJSON_IsObject(root))
        return vt_fail(r->error, "%s: must be a JSON object", r->name);
    if (!vt_take_text(r, NULL, root, "bomFormat", true, &format) ||
        !vt_take_text(r, NULL, root, "specVersion", true, &version))
        return false;
    if (strcmp(format, "CycloneDX") != 0)
        return vt_fail(r->error, "%s: bomFormat: must be CycloneDX", r->name);
    for (size_t i = 0; i < sizeof versions / sizeof *versions; i++)
        if (strcmp(versions[i], version) == 0)
            return true;
    return vt_refuse(r, &place, "must be 1.4, 1.5 or 1.6");
}

static bool read_algorithm(const struct vt_document *r, const struct vt_place_in *place,
                           const cJSON *crypto, struct vt_declared_asset *asset) {
    const struct vt_place_in inner = {place, "algorithmProperties", -1};
    const cJSON *algorithm = cJSON_GetObjectItemCaseSensitive(crypto, "algorithmProperties");
    if (algorithm && !cJSON_IsObject(algorithm))
        return vt_refuse(r, &inner, "must be an object");
    if (!vt_take_text(r, &inner, algorithm, "mode", false, &asset->mode) ||
        !vt_take_text(r, &inner, algorithm, "parameterSetIdentifier", false, &asset->parameter))
        return false;
    asset->mode = asset->mode ? asset->mode : "";
    asset->parameter = asset->parameter ? asset->parameter : "";
    return true;
}

static bool read_suites(const struct vt_document *r, const struct vt_place_in *above,
                        const cJSON *protocol, struct vt_declared_asset *asset) {
    const cJSON *array, *item;
    if (!vt_take_array(r, above, protocol, "cipherSuites", MAX_SUITES, &array))
        return false;
    asset->suites =
        vt_alloc_array(r->arena, (size_t)cJSON_GetArraySize(array) + 1, sizeof *asset->suites);
    cJSON_ArrayForEach(item, array) {
        const struct vt_place_in place = {above, "cipherSuites", (int)asset->nsuites};
        const char *name;
        if (!cJSON_IsObject(item))
            return vt_refuse(r, &place, "must be an object");
        if (!vt_take_text(r, &place, item, "name", false, &name))
            return false;
        asset->suites[asset->nsuites++] = name ? name : "";
    }
    return true;
}

static bool read_protocol(const struct vt_document *r, const struct vt_place_in *place,
                          const cJSON *crypto, struct vt_declared_asset *asset) {
    const struct vt_place_in inner = {place, "protocolProperties", -1};
    const cJSON *protocol = cJSON_GetObjectItemCaseSensitive(crypto, "protocolProperties");
    asset->version = "";
    if (!protocol)
        return true;
    if (!cJSON_IsObject(protocol))
        return vt_refuse(r, &inner, "must be an object");
    const char *version;
    if (!vt_take_text(r, &inner, protocol, "version", false, &version))
        return false;
    asset->version = version ? version : "";
    return read_suites(r, &inner, protocol, asset);
}

/* Of components only cryptographic assets are of interest, and of these algorithms and protocols:
 * keys and certificates are no part of a program. */
static bool read_component(const struct vt_document *r, const struct vt_place_in *place,
                           const cJSON *item, struct vt_declaration *declaration) {
    const struct vt_place_in inner = {place, "cryptoProperties", -1};
    const cJSON *crypto = cJSON_GetObjectItemCaseSensitive(item, "cryptoProperties");
    struct vt_declared_asset *asset = &declaration->assets[declaration->nassets];
    const char *type, *kind;
    if (!cJSON_IsObject(item))
        return vt_refuse(r, place, "must be an object");
    if (!vt_take_text(r, place, item, "type", true, &type))
        return false;
    if (strcmp(type, "cryptographic-asset") != 0)
        return true;
    if (crypto && !cJSON_IsObject(crypto))
        return vt_refuse(r, &inner, "must be an object");
    if (!vt_take_text(r, place, item, "name", true, &asset->name) ||
        !vt_take_text(r, &inner, crypto, "assetType", false, &kind) ||
        !read_algorithm(r, &inner, crypto, asset) || !read_protocol(r, &inner, crypto, asset))
        return false;
    declaration->nassets +=
        !kind || strcmp(kind, "algorithm") == 0 || strcmp(kind, "protocol") == 0;
    return true;
}

static bool read_components(const struct vt_document *r, const cJSON *root,
                            struct vt_declaration *declaration) {
    const cJSON *array, *item;
    int count = 0;
    if (!vt_take_array(r, NULL, root, "components", MAX_COMPONENTS, &array))
        return false;
    declaration->assets = vt_alloc_array(r->arena, (size_t)cJSON_GetArraySize(array) + 1,
                                         sizeof *declaration->assets);
    cJSON_ArrayForEach(item, array) {
        const struct vt_place_in place = {NULL, "components", count++};
        if (!read_component(r, &place, item, declaration))
            return false;
    }
    return true;
}

static bool read_services(const struct vt_document *r, const cJSON *root,
                          struct vt_declaration *declaration) {
    const cJSON *array, *item;
    if (!check_format(r, root) || !vt_take_array(r, NULL, root, "services", MAX_SERVICES, &array))
        return false;
    declaration->services =
        vt_alloc_array(r->arena, (size_t)cJSON_GetArraySize(array), sizeof *declaration->services);
    cJSON_ArrayForEach(item, array) {
        const struct vt_place_in place = {NULL, "services", (int)declaration->nservices};
        if (!read_service(r, &place, item, &declaration->services[declaration->nservices++]))
            return false;
    }
    return true;
}

const struct vt_declaration *vt_declaration_parse(const char *name, const char *text, size_t size,
                                                  struct vt_arena *arena, struct vt_error *error) {
    struct vt_document r = {name, arena, error};
    struct vt_declaration *declaration = vt_alloc(arena, sizeof *declaration);
    cJSON *root = vt_json_parse(name, text, size, error);
    bool ok =
        root && read_services(&r, root, declaration) && read_components(&r, root, declaration);
    cJSON_Delete(root);
    declaration->path = vt_alloc_text(arena, name);
    vt_sha256(text, size, declaration->digest);
    return ok ? declaration : NULL;
}

const struct vt_declaration *vt_declaration_load(const char *path, struct vt_arena *arena,
                                                 struct vt_error *error) {
    size_t size;
    const char *text = vt_file_read(path, arena, &size, error);
    return text ? vt_declaration_parse(path, text, size, arena, error) : NULL;
}
