import { Box, Center, Skeleton, Text } from '@mantine/core';
import type { Box as FaceBox, Landmarks } from '@rollcall/contracts';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './face-picture.module.css';

export interface DrawnFace {
  box: FaceBox;
  landmarks?: Landmarks;
  label?: string;
  refused?: boolean;
}
interface FacePictureProps {
  src: string;
  alt: string;
  faces?: DrawnFace[];
  /** Size of the upright picture in pixels, where it is known before the picture has loaded. */
  size?: { width: number; height: number };
  maxHeight?: number;
  /** In place of a picture that cannot be loaded. */
  failed?: string;
}

/** A picture with what the detector saw drawn over it; boxes are in pixels of the upright picture. */
export function FacePicture({ src, alt, faces = [], size, maxHeight = 360, failed }: FacePictureProps) {
  const { t } = useTranslation('ui');
  const [natural, setNatural] = useState(size);
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');
  if (state === 'failed') return <Frame ratio={4 / 3} message={failed ?? t('picture.failed')} />;
  const ratio = natural ? natural.width / natural.height : 4 / 3;
  return (
    <Box
      className={classes.frame}
      style={{ aspectRatio: ratio, maxWidth: `min(100%, ${maxHeight * ratio}px)` }}
    >
      {state === 'loading' && <Skeleton className={classes.layer} />}
      <img
        className={classes.layer}
        src={src}
        alt={alt}
        loading="lazy"
        onError={() => setState('failed')}
        onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => {
          setNatural({ width, height });
          setState('ready');
        }}
      />
      {natural && state === 'ready' && <Drawing size={natural} faces={faces} />}
    </Box>
  );
}

function Frame({ ratio, message }: { ratio: number; message: ReactNode }) {
  return (
    <Center className={classes.frame} style={{ aspectRatio: ratio }} p="md">
      <Text c="dimmed" fz="sm" ta="center">
        {message}
      </Text>
    </Center>
  );
}

/** Boxes, five landmarks and labels as vectors that scale with the picture. */
export function Drawing({ size, faces }: { size: { width: number; height: number }; faces: DrawnFace[] }) {
  const unit = Math.max(size.width, size.height) / 100;
  return (
    <svg className={classes.layer} viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      {faces.map((face, index) => (
        <g key={index} className={face.refused ? classes.refused : classes.accepted} strokeWidth={unit * 0.7}>
          <rect {...face.box} rx={unit * 1.4} className={classes.halo} strokeWidth={unit * 1.3} />
          <rect {...face.box} rx={unit * 1.4} className={classes.box} />
          {face.landmarks?.map(([x, y], point) => (
            <circle
              key={point}
              cx={x}
              cy={y}
              r={unit * 1.4}
              className={classes.point}
              strokeWidth={unit * 0.25}
            />
          ))}
          {face.label && (
            <text
              x={face.box.x + unit}
              y={face.box.y - unit}
              fontSize={unit * 4}
              className={classes.label}
              strokeWidth={unit * 0.8}
            >
              {face.label}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
