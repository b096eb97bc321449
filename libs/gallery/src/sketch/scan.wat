;; The two scans of a block of templates. Both walk over `rows` rows that lie one after the other, and append to a list
;; at `out` only the rows that can matter: pairs of 32-bit integers (row within the block, score). They answer how many
;; they appended. The caller makes sure that `out` has room for every row.
;;
;; Addresses may reach the last byte of a 4 GiB memory, so that ends of runs wrap around to 0: they are compared for
;; equality, never for order.
;;
;; Measured on a million templates of 512 entries: four rows at a time took twice as long as one, eight bytes of signs at
;; a time were faster than sixteen by i8x16.popcnt, and unrolling further gained nothing.
(module
  (import "sketch" "memory" (memory 1 65536))

  ;; Every row's upper bound of the cosine, from 8-bit codes; the rows whose bound reaches `cutoff`, with the integer
  ;; dot product of codes and probe.
  ;;   codes     rows x stride signed bytes; stride is a multiple of 16
  ;;   measures  rows x (scale, residual) 32-bit floats
  ;;   probe     stride signed 16-bit integers, small enough that no sum leaves 32 bits
  ;;   bound     dot * scale * probeScale + residual * probeNorm
  (func (export "scanCodes")
    (param $codes i32) (param $measures i32) (param $rows i32) (param $stride i32)
    (param $probe i32) (param $probeScale f32) (param $probeNorm f32) (param $cutoff f32) (param $out i32)
    (result i32)
    (local $row i32) (local $end i32) (local $p i32) (local $found i32) (local $dot i32)
    (local $low v128) (local $high v128)
    (if (i32.eqz (local.get $rows)) (then (return (i32.const 0))))
    (loop $nextRow
      (local.set $low (v128.const i32x4 0 0 0 0))
      (local.set $high (v128.const i32x4 0 0 0 0))
      (local.set $p (local.get $probe))
      (local.set $end (i32.add (local.get $codes) (local.get $stride)))
      (loop $nextSixteen
        (local.set $low (i32x4.add (local.get $low)
          (i32x4.dot_i16x8_s (v128.load8x8_s (local.get $codes)) (v128.load (local.get $p)))))
        (local.set $high (i32x4.add (local.get $high)
          (i32x4.dot_i16x8_s (v128.load8x8_s offset=8 (local.get $codes)) (v128.load offset=16 (local.get $p)))))
        (local.set $codes (i32.add (local.get $codes) (i32.const 16)))
        (local.set $p (i32.add (local.get $p) (i32.const 32)))
        (br_if $nextSixteen (i32.ne (local.get $codes) (local.get $end))))

      (local.set $low (i32x4.add (local.get $low) (local.get $high)))
      (local.set $dot (i32.add
        (i32.add (i32x4.extract_lane 0 (local.get $low)) (i32x4.extract_lane 1 (local.get $low)))
        (i32.add (i32x4.extract_lane 2 (local.get $low)) (i32x4.extract_lane 3 (local.get $low)))))
      (if (f32.ge
            (f32.add
              (f32.mul (f32.mul (f32.convert_i32_s (local.get $dot)) (local.get $probeScale))
                       (f32.load (local.get $measures)))
              (f32.mul (f32.load offset=4 (local.get $measures)) (local.get $probeNorm)))
            (local.get $cutoff))
        (then
          (i32.store (local.get $out) (local.get $row))
          (i32.store offset=4 (local.get $out) (local.get $dot))
          (local.set $out (i32.add (local.get $out) (i32.const 8)))
          (local.set $found (i32.add (local.get $found) (i32.const 1)))))

      (local.set $measures (i32.add (local.get $measures) (i32.const 8)))
      (local.set $row (i32.add (local.get $row) (i32.const 1)))
      (br_if $nextRow (i32.ne (local.get $row) (local.get $rows))))
    (local.get $found))

  ;; Every row's Hamming distance to the probe's sign bits; the rows whose distance is at most `cutoff`.
  ;;   signs     rows x stride bytes; stride is a multiple of 16
  ;;   probe     stride bytes
  (func (export "scanSigns")
    (param $signs i32) (param $rows i32) (param $stride i32) (param $probe i32) (param $cutoff i32) (param $out i32)
    (result i32)
    (local $row i32) (local $end i32) (local $p i32) (local $found i32) (local $distance i32)
    (if (i32.eqz (local.get $rows)) (then (return (i32.const 0))))
    (loop $nextRow
      (local.set $distance (i32.const 0))
      (local.set $p (local.get $probe))
      (local.set $end (i32.add (local.get $signs) (local.get $stride)))
      (loop $nextSixteen
        (local.set $distance (i32.add (local.get $distance) (i32.wrap_i64 (i64.add
          (i64.popcnt (i64.xor (i64.load (local.get $signs)) (i64.load (local.get $p))))
          (i64.popcnt (i64.xor (i64.load offset=8 (local.get $signs)) (i64.load offset=8 (local.get $p))))))))
        (local.set $signs (i32.add (local.get $signs) (i32.const 16)))
        (local.set $p (i32.add (local.get $p) (i32.const 16)))
        (br_if $nextSixteen (i32.ne (local.get $signs) (local.get $end))))

      (if (i32.le_u (local.get $distance) (local.get $cutoff))
        (then
          (i32.store (local.get $out) (local.get $row))
          (i32.store offset=4 (local.get $out) (local.get $distance))
          (local.set $out (i32.add (local.get $out) (i32.const 8)))
          (local.set $found (i32.add (local.get $found) (i32.const 1)))))

      (local.set $row (i32.add (local.get $row) (i32.const 1)))
      (br_if $nextRow (i32.ne (local.get $row) (local.get $rows))))
    (local.get $found))
)
