/* Six functions of the C library that Wine 8 lacks and numpy 2 calls. Microsoft's complex double is
   a pair handed over by its address, complex float a pair inside one integer. */

double first(const double *pair) { return pair[0]; }
double second(const double *pair) { return pair[1]; }

static float half(unsigned long long pair, int number)
{
    union { unsigned long long whole; float parts[2]; } held = { pair };
    return held.parts[number];
}
float first_float(unsigned long long pair) { return half(pair, 0); }
float second_float(unsigned long long pair) { return half(pair, 1); }
