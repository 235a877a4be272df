/* Channels to CycloneDX: a draft that the vendor corrects. */
#include <cjson/cJSON.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "checkers/shared/channel/channels.h"
#include "checkers/shared/crypto/inventory.h"
#include "declare/declare.h"
#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/base/strings.h"

static const char *flow_of(unsigned directions) {
    switch (directions) {
    case VT_DIRECTION_SENDS:
        return "inbound";
    case VT_DIRECTION_RECEIVES:
        return "outbound";
    default:
        return "bi-directional";
    }
}

/* The URL of ENDPOINT as far as it is known: "//host/path" without a scheme. */
static char *spell(const struct vt_endpoint *endpoint, struct vt_arena *arena) {
    bool is_address = strchr(endpoint->host, ':') != NULL;
    const char *port = endpoint->port ? vt_alloc_format(arena, ":%u", endpoint->port) : "";
    return vt_alloc_format(arena, "%s%s//%s%s%s%s%s", endpoint->scheme,
                           *endpoint->scheme ? ":" : "", is_address ? "[" : "", endpoint->host,
                           is_address ? "]" : "", port, endpoint->path);
}

static void add_property(cJSON *service, const char *name, const char *value) {
    cJSON *properties = cJSON_AddArrayToObject(service, "properties");
    cJSON *property = cJSON_CreateObject();
    cJSON_AddStringToObject(property, "name", name);
    cJSON_AddStringToObject(property, "value", value);
    cJSON_AddItemToArray(properties, property);
}

static void add_data(cJSON *service, const struct vt_channel *channel) {
    cJSON *data = cJSON_AddArrayToObject(service, "data");
    for (size_t i = 0; i < channel->ndata; i++) {
        cJSON *item = cJSON_CreateObject();
        cJSON_AddStringToObject(item, "flow", "inbound");
        cJSON_AddStringToObject(item, "classification", channel->data[i].class_name);
        cJSON_AddItemToArray(data, item);
    }
    cJSON *item = cJSON_CreateObject();
    cJSON_AddStringToObject(item, "flow", flow_of(channel->directions));
    cJSON_AddStringToObject(item, "classification", "unclassified");
    cJSON_AddItemToArray(data, item);
}

static cJSON *service_of(const struct vt_channel *channel, struct vt_arena *arena) {
    cJSON *service = cJSON_CreateObject();
    if (channel->kind == VT_PEER_CONSTANT) {
        cJSON_AddStringToObject(service, "name", channel->endpoint.host);
        cJSON *endpoints = cJSON_AddArrayToObject(service, "endpoints");
        cJSON_AddItemToArray(endpoints, cJSON_CreateString(spell(&channel->endpoint, arena)));
    } else if (channel->kind == VT_PEER_CONFIGURED) {
        cJSON_AddStringToObject(service, "name", "peers that the configuration names");
        add_property(service, "vitrine:peer", "configured");
    } else {
        cJSON_AddStringToObject(service, "name", "peers that connect");
        add_property(service, "vitrine:peer", "listener");
    }
    add_data(service, channel);
    return service;
}

/* ---- Cryptography ------------------------------------------------------------------------ */

static void add_known(cJSON *object, const char *name, const char *value) {
    if (*value)
        cJSON_AddStringToObject(object, name, value);
}

/* The version of a protocol, and with the one that has none the suites of all. */
static void add_protocol(const struct vt_draft *draft, const struct vt_asset *asset,
                         cJSON *protocol) {
    const struct vt_inventory *inventory = draft->inventory;
    cJSON_AddStringToObject(protocol, "type", "tls");
    add_known(protocol, "version", asset->version);
    cJSON *suites = *asset->version ? NULL : cJSON_CreateArray();
    for (size_t i = 0; suites && i < inventory->count; i++) {
        if (strcmp(inventory->items[i].type, "cipher-suite") != 0)
            continue;
        cJSON *suite = cJSON_CreateObject();
        cJSON_AddStringToObject(suite, "name", inventory->items[i].name);
        cJSON_AddItemToArray(suites, suite);
    }
    if (cJSON_GetArraySize(suites))
        cJSON_AddItemToObject(protocol, "cipherSuites", suites);
    else
        cJSON_Delete(suites);
}

static cJSON *crypto_of(const struct vt_draft *draft, const struct vt_asset *asset) {
    cJSON *crypto = cJSON_CreateObject();
    cJSON_AddStringToObject(crypto, "assetType", asset->type);
    if (strcmp(asset->type, "protocol") == 0) {
        add_protocol(draft, asset, cJSON_AddObjectToObject(crypto, "protocolProperties"));
        return crypto;
    }
    cJSON *algorithm = cJSON_AddObjectToObject(crypto, "algorithmProperties");
    add_known(algorithm, "primitive", asset->primitive);
    add_known(algorithm, "parameterSetIdentifier", asset->parameter);
    add_known(algorithm, "mode", asset->mode);
    return crypto;
}

/* Where the program has to do with it: file, line, function or variable. */
static cJSON *occurrence_of(const struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    cJSON *occurrence = cJSON_CreateObject();
    const char *file = vt_string(unit->strings, unit->source);
    const char *symbol = vt_program_function_name(program, ref.function);
    uint32_t line = 0;
    if (event->location != VT_NONE) {
        const struct vt_location *location = &unit->locations[event->location];
        file = vt_string(unit->strings, unit->files[location->file].path);
        line = location->line;
    }
    if (vt_class_is(vt_string(unit->strings, event->class_name), "table") && event->function)
        symbol = vt_string(unit->strings, event->function);
    cJSON_AddStringToObject(occurrence, "location", file);
    if (line)
        cJSON_AddNumberToObject(occurrence, "line", line);
    add_known(occurrence, "symbol", symbol);
    return occurrence;
}

static cJSON *component_of(const struct vt_draft *draft, const struct vt_asset *asset) {
    cJSON *component = cJSON_CreateObject();
    cJSON_AddStringToObject(component, "type", "cryptographic-asset");
    cJSON_AddStringToObject(component, "name", asset->name);
    cJSON_AddItemToObject(component, "cryptoProperties", crypto_of(draft, asset));
    cJSON *evidence = cJSON_AddObjectToObject(component, "evidence");
    cJSON *occurrences = cJSON_AddArrayToObject(evidence, "occurrences");
    for (size_t i = 0; i < asset->nplaces; i++)
        cJSON_AddItemToArray(occurrences, occurrence_of(draft->program, asset->places[i]));
    if (asset->is_own)
        add_property(component, "vitrine:implementation", "own");
    return component;
}

bool vt_declaration_write(const struct vt_draft *draft, FILE *out, struct vt_error *error) {
    const struct vt_channels *channels = draft->channels;
    struct vt_arena *arena = vt_arena_new();
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
    cJSON_AddStringToObject(root, "bomFormat", "CycloneDX");
    cJSON_AddStringToObject(root, "specVersion", "1.6");
    cJSON_AddNumberToObject(root, "version", 1);
    cJSON *components = cJSON_AddArrayToObject(root, "components");
    for (size_t i = 0; i < draft->inventory->count; i++)
        if (strcmp(draft->inventory->items[i].type, "cipher-suite") != 0)
            cJSON_AddItemToArray(components, component_of(draft, &draft->inventory->items[i]));
    cJSON *services = cJSON_AddArrayToObject(root, "services");
    for (size_t i = 0; i < channels->count; i++)
        cJSON_AddItemToArray(services, service_of(&channels->items[i], arena));
    char *text = cJSON_Print(root);
    cJSON_Delete(root);
    vt_arena_free(arena);
    if (!text)
        return vt_fail(error, "the declaration cannot be written: out of memory");
    fprintf(out, "%s\n", text);
    cJSON_free(text);
    if (fflush(out) != 0 || ferror(out))
        return vt_fail(error, "the declaration cannot be written: %s", strerror(errno));
    return true;
}
