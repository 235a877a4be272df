/* What library functions do, as data.
 *
 * models/ holds the rows as JSON, one fact a row; the build compiles them into a constant table,
 * and the user can add or replace rows at run time. Nothing here parses anything: see models/.
 */
#ifndef VT_ENGINE_FACTS_MODEL_H
#define VT_ENGINE_FACTS_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Where a fact touches a call.
 *   "0"          argument 0            "ret"       what the call returns
 *   "*1"         memory argument 1 points to     "**2"  and one step deeper
 *   "2+"         argument 2 and all after it     "*2+"  what these point to
 *   "*0.peer"    field `peer` that vitrine keeps beside the object of argument 0: what a handle
 *                (socket, FILE *, CURL *) was opened with. It has no bytes in the program. For an
 *                integer handle (a file descriptor) "*0" is the kernel object it names. */
struct vt_port {
    int8_t base;       /* argument number, or one of the two below */
    uint8_t depth;     /* dereferences */
    bool rest;         /* and all arguments after base */
    int32_t offset;    /* the first dereference reads at this byte ("**ret+8": the pointer 8 bytes
                          into the struct that is returned); 0: at the start or wherever;
                          VT_PORT_START: at the start only ("**1+0") */
    int32_t size;      /* bytes from there on that are meant ("*4+56:4"); 0: all */
    const char *field; /* NULL, or the name of the handle field */
};
#define VT_PORT_RETURN (-1)
#define VT_PORT_NONE   (-2)
#define VT_PORT_START  (-1)

enum vt_fact {
    VT_FACT_KNOWN,    /* modelled; nothing else to tell (not counted as unmodelled) */
    VT_FACT_FLOW,     /* what `from` holds, `to` holds afterwards, with `tags` */
    VT_FACT_ORIGIN,   /* `to` holds data of `class` that comes from outside the program */
    VT_FACT_EFFECT,   /* the call does `class`; `roles` say with what */
    VT_FACT_CHECK,    /* `to` tells whether a check of `class` passed; `roles` say of what */
    VT_FACT_COMPARE,  /* `to` tells how roles left and right compare (strcmp-like) */
    VT_FACT_ALLOC,    /* `to` points to, or names, a fresh object; `class`: what kind */
    VT_FACT_FREE,     /* the object at `from` ends */
    VT_FACT_WIPE,     /* the memory at `to` is filled with the byte `from`, or zeros */
    VT_FACT_CALLBACK, /* the function at `from` is called (now or later) with `arguments` */
    VT_FACT_NORETURN, /* the call does not return */
    VT_FACT_COUNT
};

/* What may happen to data on its way. A tag never cleans: it is told in the report. */
enum vt_tag {
    VT_TAG_ARITHMETIC = 1u << 0, /* add, multiply, and, or, shift with something */
    VT_TAG_XOR = 1u << 1,        /* xor, not, rotate: an encoder's step */
    VT_TAG_ENCODE = 1u << 2,     /* base64, hex, URL and the like */
    VT_TAG_DECODE = 1u << 3,     /* and back; string to number */
    VT_TAG_ENCRYPT = 1u << 4,
    VT_TAG_DECRYPT = 1u << 5,
    VT_TAG_HASH = 1u << 6,
    VT_TAG_COMPRESS = 1u << 7,
    VT_TAG_FORMAT = 1u << 8,        /* printed into text */
    VT_TAG_TRUNCATE = 1u << 9,      /* fewer bits than before */
    VT_TAG_LENGTH = 1u << 10,       /* only its length or address distance */
    VT_TAG_INDEX = 1u << 11,        /* it chose an element of a table */
    VT_TAG_COMPARED = 1u << 12,     /* only the outcome of a comparison with it */
    VT_TAG_DECIDED = 1u << 13,      /* it decided which value this is (implicit flow) */
    VT_TAG_HANDLE = 1u << 14,       /* it names or opens what this handle stands for */
    VT_TAG_FIELD = 1u << 15,        /* met by struct type and field, not by object */
    VT_TAG_ASSUMED = 1u << 16,      /* through a function nobody modelled */
    VT_TAG_CONCEALED = 1u << 17,    /* a constant that the program decodes first */
    VT_TAG_SECRET_KEYED = 1u << 18, /* encrypted or hashed together with a key */
    VT_TAG_NUMBER = 1u << 19,       /* parsed or printed: no text of the source is left */
    VT_TAG_SHARE_1 = 1u << 20,      /* at most 1/8 of its bits can vary: a mask or remainder */
    VT_TAG_SHARE_2 = 1u << 21,      /* at most 2/8; stands with SHARE_1 as well, and so on, so */
    VT_TAG_SHARE_3 = 1u << 22,      /* that what meets several masks has the tags of all */
    VT_TAG_SHARE_4 = 1u << 23,
    VT_TAG_SHARE_5 = 1u << 24,
    VT_TAG_SHARE_6 = 1u << 25,
    VT_TAG_KEPT = 1u << 26,    /* on what a call leaves in one of several objects: what was in
                                  it before is told by another edge */
    VT_TAG_ELEMENT = 1u << 27, /* out of that element of an array which holds the pointers that the
                                  function calls: both belong together */
};

#define VT_TAG_SHARES (VT_TAG_SHARE_6 | (VT_TAG_SHARE_6 - VT_TAG_SHARE_1))

/* The tags that say that at most EIGHTHS of 8 bits can vary; none from 7 on. */
static inline uint32_t vt_tags_of_share(unsigned eighths) {
    return eighths > 6 ? 0 : VT_TAG_SHARES & ~((VT_TAG_SHARE_1 << (eighths ? eighths - 1 : 0)) - 1);
}

/* How many of 8 bits can vary at most on a way with TAGS. */
static inline unsigned vt_share_of_tags(uint32_t tags) {
    unsigned eighths = 1;
    while (eighths < 8 && !(tags & VT_TAG_SHARES & VT_TAG_SHARE_1 << (eighths - 1)))
        eighths++;
    return eighths;
}

/* What part a value plays in an effect, check or comparison. */
enum vt_role {
    VT_ROLE_NONE,
    VT_ROLE_PAYLOAD,  /* data that is sent, written, installed, run */
    VT_ROLE_HANDLE,   /* socket, file, context it is done with */
    VT_ROLE_PATH,     /* file name */
    VT_ROLE_COMMAND,  /* text an interpreter gets */
    VT_ROLE_ARGUMENT, /* further argument of a command or program */
    VT_ROLE_PEER,     /* host, address, URL */
    VT_ROLE_LENGTH,
    VT_ROLE_ALGORITHM, /* what names the algorithm: object or text */
    VT_ROLE_KEY,
    VT_ROLE_IV,
    VT_ROLE_SIGNATURE,
    VT_ROLE_MODE, /* permissions, flags, options */
    VT_ROLE_CODE, /* what will be executed */
    VT_ROLE_LEFT, /* of a comparison */
    VT_ROLE_RIGHT,
    VT_ROLE_TARGET, /* process, user, variable it is done to */
    /* What KEY and IV point to, byte by byte: facts have these beside the roles themselves, and no
     * model names them. */
    VT_ROLE_KEY_BYTES,
    VT_ROLE_IV_BYTES,
    VT_ROLE_COUNT
};

/* The spelling of a role, tag or fact in models and dumps ("payload", "xor", "flow"). The finders
 * give the value for a spelling of LENGTH bytes, or -1. */
const char *vt_role_name(enum vt_role role);
const char *vt_fact_name(enum vt_fact fact);
const char *vt_tag_name(enum vt_tag single_tag);
int vt_role_find(const char *text);
int vt_fact_find(const char *text);
int64_t vt_tag_find(const char *text);

struct vt_role_port {
    enum vt_role role;
    struct vt_port port;
};

/* An argument a callback gets: a port of the call that registered or runs it, or fresh data of
 * an origin class, or (both empty) nothing of interest. */
struct vt_callback_argument {
    struct vt_port port;
    const char *origin; /* NULL or a class */
};

enum vt_condition {
    VT_WHEN_ALWAYS,
    VT_WHEN_EQUAL,
    VT_WHEN_MASKED,
    VT_WHEN_UNMASKED,
    VT_WHEN_UNEQUAL,
    VT_WHEN_NULL
};
/* MASKED, UNMASKED: all bits of `value` are set, or none. A condition on an argument that is no
 * constant holds. */

/* Which results mean "passed" (CHECK) or "equal" (COMPARE). */
enum vt_success {
    VT_SUCCESS_NONE,
    VT_SUCCESS_ZERO,
    VT_SUCCESS_ONE,
    VT_SUCCESS_NONZERO,
    VT_SUCCESS_POSITIVE,
    VT_SUCCESS_NONNULL,
    VT_SUCCESS_NOT_NEGATIVE
};

#define VT_MAX_ROLES 6

struct vt_row {
    const char *function;
    enum vt_fact fact;
    const char *class_name; /* dotted: "network", "secret.credential", "net.send"; or NULL */
    const char *value;      /* a name worth telling, e.g. algorithm "MD5"; or NULL */
    struct vt_port from, to;
    struct vt_port length; /* port that says how many bytes; or VT_PORT_NONE */
    uint32_t tags;         /* FLOW: enum vt_tag */
    bool replaces;         /* FLOW, ORIGIN: what `to` held before is gone */
    bool later;            /* FLOW, EFFECT, CALLBACK: what is put there afterwards counts */
    enum vt_success success;
    uint8_t nroles, narguments;
    const struct vt_role_port *roles;             /* nroles, at most VT_MAX_ROLES */
    const struct vt_callback_argument *arguments; /* narguments, at most VT_MAX_ROLES */
    enum vt_condition when;
    uint8_t when_argument;
    int64_t when_value;
    const char *library; /* file of models/ the row stands in: "posix-socket" */
};

/* What a name tells: a file that holds a key, a variable that holds a password. */
struct vt_pattern {
    const char *kind;       /* "file": what is in it; "function": what it decides; "place": what a
                               system does with a file that is put there; "right": what a field or
                               variable of that name lets somebody do; "variable": what it holds;
                               "word": who is not kept secret by it; "prompt": what is asked for */
    const char *pattern;    /* as for fnmatch, "*" passes "/"; case matters in files and places */
    const char *class_name; /* dotted: "secret.key", "system.program", "public" */
    const char *meaning;    /* a sentence */
    uint64_t pairs;         /* vt_pattern_pairs of it */
};

/* Constants that an algorithm is known by, wherever they stand (reference.h). */
struct vt_reference {
    const char *name;      /* "AES S-box" */
    const char *algorithm; /* "AES" */
    const char *primitive; /* as CycloneDX names it, "block-cipher"; "other": no cryptography */
    const uint8_t *bytes;  /* the elements, each with its least byte first */
    uint32_t size;         /* bytes */
    uint8_t element;       /* bytes of an element; of a number 1 */
    uint8_t near;          /* elements that may differ, and it is still this table, altered */
    bool is_number;        /* one large number, least byte first, and not a table */
    uint8_t round, rounds; /* how many elements a round reads that data choose, of the tables of an
                              algorithm together; how many rounds do at least; 0: unknown */
};

/* References made ready for searching (reference.h). */
struct vt_reference_piece {
    uint64_t value;
    uint32_t reference, offset; /* bytes into it */
};

struct vt_reference_word {
    uint64_t value;
    uint32_t reference, index;
};

struct vt_reference_lookup {
    const struct vt_reference_piece *pieces;
    const uint32_t *slots; /* by hash: the number of a piece + 1; nslots is a power of two */
    const struct vt_reference_word *words; /* by value */
    size_t npieces, nslots, nwords;
};

/* Rows sorted by function (strcmp order), and the SHA-256 of what they were made from. Of patterns
 * that fit, the first counts. */
struct vt_models {
    const struct vt_row *rows;
    size_t nrows;
    uint8_t digest[32];
    const struct vt_pattern *patterns;
    size_t npatterns;
    const struct vt_reference *references;
    size_t nreferences;
    const struct vt_reference_lookup *lookup; /* of all references; NULL: made when it is needed */
};

/* True if the condition of ROW lets NUMBER pass, which its argument is. */
bool vt_row_fits(const struct vt_row *row, int64_t number);

/* The rows of FUNCTION; *COUNT is their number, 0 (and NULL) if nothing is known of it. */
const struct vt_row *vt_models_find(const struct vt_models *models, const char *function,
                                    size_t *count);

/* The neighbouring letters, hashed to one bit each, that whatever fits PATTERN has. */
uint64_t vt_pattern_pairs(const char *pattern);

/* The first pattern of KIND that TEXT fits, or NULL. */
const struct vt_pattern *vt_models_classify(const struct vt_models *models, const char *kind,
                                            const char *text);

#ifdef __cplusplus
}
#endif
#endif
