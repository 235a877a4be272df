#include "declare/document.h"

#include "engine/base/arena.h"
#include "engine/base/error.h"

static const char *spell(const struct vt_document *r, const struct vt_place_in *place) {
    if (!place)
        return "";
    const char *above = spell(r, place->above);
    const char *dot = *above ? "." : "";
    if (place->index < 0)
        return vt_alloc_format(r->arena, "%s%s%s", above, dot, place->member);
    return vt_alloc_format(r->arena, "%s%s%s[%d]", above, dot, place->member, place->index);
}

bool vt_refuse(const struct vt_document *r, const struct vt_place_in *place, const char *what) {
    return vt_fail(r->error, "%s: %s: %s", r->name, spell(r, place), what);
}

bool vt_take_text(const struct vt_document *r, const struct vt_place_in *above, const cJSON *object,
                  const char *name, bool needed, const char **text) {
    const struct vt_place_in place = {above, name, -1};
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(object, name);
    *text = NULL;
    if (!member)
        return !needed || vt_refuse(r, &place, "is missing");
    if (!cJSON_IsString(member))
        return vt_refuse(r, &place, "must be a string");
    *text = vt_alloc_text(r->arena, member->valuestring);
    return true;
}

bool vt_take_array(const struct vt_document *r, const struct vt_place_in *above,
                   const cJSON *object, const char *name, int most, const cJSON **array) {
    const struct vt_place_in place = {above, name, -1};
    *array = cJSON_GetObjectItemCaseSensitive(object, name);
    if (*array && !cJSON_IsArray(*array))
        return vt_refuse(r, &place, "must be an array");
    if (cJSON_GetArraySize(*array) > most)
        return vt_refuse(r, &place, "has too many elements");
    return true;
}
