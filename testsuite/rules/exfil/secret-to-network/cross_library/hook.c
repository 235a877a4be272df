/* Whoever uses the library may turn it on: nothing is settled where there is no main. */
#include "hook.h"

int reports;
