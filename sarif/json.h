/* Writing JSON as it comes: objects and arrays that are open, and cJSON values within them.
 *
 * A whole report in cJSON takes six times the memory of its text, so only one result, rule or
 * notification at a time is a cJSON object. Running out of memory or disk sets `failed`, which the
 * caller looks at once, in the end.
 */
#ifndef VT_SARIF_JSON_H
#define VT_SARIF_JSON_H

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

struct vt_json {
    FILE *out;
    bool failed;
    bool not_first; /* something stands in the innermost open object or array */
    unsigned depth;
};

/* Opens an object or array: BRACKET is '{' or '['. KEY is NULL in an array and at the top. */
void vt_json_open(struct vt_json *json, const char *key, char bracket);

/* Closes the innermost open object or array: BRACKET is '}' or ']'. */
void vt_json_close(struct vt_json *json, char bracket);

/* Writes VALUE, which it frees. NULL means that memory ran out while it was made. */
void vt_json_value(struct vt_json *json, const char *key, cJSON *value);

/* A new object or array in PARENT: under KEY, or at its end if KEY is NULL. The result is NULL if
 * memory ran out, and so may PARENT be: all functions here take that, and set `failed`. */
cJSON *vt_json_object(struct vt_json *json, cJSON *parent, const char *key);
cJSON *vt_json_array(struct vt_json *json, cJSON *parent, const char *key);

/* Adds to PARENT, as above. What is no UTF-8 in TEXT becomes U+FFFD. A number must be a whole one
 * below 2^53 to come out as it is. */
void vt_json_text(struct vt_json *json, cJSON *parent, const char *key, const char *text);
void vt_json_number(struct vt_json *json, cJSON *parent, const char *key, double number);
void vt_json_bool(struct vt_json *json, cJSON *parent, const char *key, bool value);

/* Adds {"text": TEXT} under KEY. */
void vt_json_message(struct vt_json *json, cJSON *parent, const char *key, const char *text);

#ifdef __cplusplus
}
#endif
#endif
