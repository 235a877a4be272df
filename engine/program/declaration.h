/* What the vendor says a program does: the services it talks to, and which data go there.
 *
 * Read from CycloneDX 1.6 by declare/; here is only what it means. Rules get it from the program.
 */
#ifndef VT_ENGINE_PROGRAM_DECLARATION_H
#define VT_ENGINE_PROGRAM_DECLARATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_arena;

/* A peer as URLs name it (RFC 3986). Scheme and host are in lower case. */
struct vt_endpoint {
    const char *scheme; /* "https"; "" if not known */
    const char *host;   /* name, or address without brackets; "" if not known */
    const char *path;   /* from the first slash up to a query or a `%` directive; "" if not known */
    uint32_t port;      /* 0 if not known; otherwise the scheme's usual one unless it is given */
    bool is_open;       /* the path goes on in a way that is not known */
};

/* Takes "https://user@host:port/path", "//host/path", "host:port" or "host" apart, as a declaration
 * or as the text of a program (`http://a.example/%s` has an open path). False, with ENDPOINT
 * untouched, if TEXT names no host. Texts are in ARENA. */
bool vt_endpoint_parse(const char *text, struct vt_arena *arena, struct vt_endpoint *endpoint);

/* True if what was FOUND may be what was DECLARED. A label `*` of the declared host stands for any
 * one label; a declared path covers all below it. What either does not tell is not compared. */
bool vt_endpoint_covers(const struct vt_endpoint *declared, const struct vt_endpoint *found);

/* As seen from the program. CycloneDX's `flow` is seen from the service: the other way round. */
enum vt_direction { VT_DIRECTION_SENDS = 1, VT_DIRECTION_RECEIVES = 2 };

struct vt_declared_data {
    const char *classification; /* "secret.credential", as models/classes.json, or the vendor's */
    unsigned directions;        /* of enum vt_direction */
};

struct vt_service {
    const char *name;
    struct vt_endpoint *endpoints;
    struct vt_declared_data *data;
    size_t nendpoints, ndata;
    bool is_configured; /* who it is stands in the configuration, not in the program */
    bool is_listener;   /* peers come to the program */
};

/* An algorithm or protocol, as a component of type cryptographic-asset. */
struct vt_declared_asset {
    const char *name;      /* "AES-256-GCM", or a family: "AES" */
    const char *mode;      /* "gcm"; "" if it is not told */
    const char *parameter; /* "256"; "" if it is not told */
    const char *version;   /* of a protocol: "1.2"; "" if it is not told */
    const char **suites;   /* of a protocol, their names; none: they are not told */
    size_t nsuites;
};

struct vt_declaration {
    const char *path;   /* as the user named it */
    uint8_t digest[32]; /* SHA-256 of the file */
    struct vt_service *services;
    struct vt_declared_asset *assets;
    size_t nservices, nassets;
};

#ifdef __cplusplus
}
#endif
#endif
