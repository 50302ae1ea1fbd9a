# Reads the lines of `pairs`; prints how A compares with B: the median of the rounds' ratios, the least and the greatest,
# the median times, and the most memory.

function median(values, count,    i, j, swap) {
  for (i = 2; i <= count; i++)
    for (j = i; j > 1 && values[j] < values[j - 1]; j--) { swap = values[j]; values[j] = values[j - 1]; values[j - 1] = swap }
  return count % 2 ? values[(count + 1) / 2] : (values[count / 2] + values[count / 2 + 1]) / 2
}

{
  if ($5 > 2) failed = failed " " $1 ":" $5
  wall[$1, ++rounds[$1]] = $2
  if ($4 > memory[$1]) memory[$1] = $4
}

END {
  count = rounds["B"]
  for (i = 1; i <= count; i++) { a[i] = wall["A", i]; b[i] = wall["B", i]; ratio[i] = a[i] / b[i] }
  middle = median(ratio, count)
  printf "%-44s %6.2f ×  (%.2f–%.2f)   %8.1f ms / %8.1f ms   %6.1f MB / %6.1f MB%s\n", title, middle, ratio[1], ratio[count],
    median(a, count), median(b, count), memory["A"] / 1024, memory["B"] / 1024, failed ? "   FAILED" failed : ""
}
